using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CsCheck;
using static CredentialLedger.Domain.Tests.Authority.Realm;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Authority;

/// <summary>What holds of 100,000 random states of agreement, accreditations and appointments, asked for a random person, duty and day.</summary>
public class EntitlementProperties
{
    private const int States = 100_000;

    private static readonly Guid[] People = [OcscRepresentative, EgaRepresentative, TpqiRepresentative, Head, Officer, Examiner];
    private static readonly Gen<Guid> AnyPerson = Gen.OneOf(People);
    private static readonly Gen<Duty> AnyDuty = Gen.OneOf([.. Duties.All]);
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[-3, 3].Select(Today.AddDays);
    private static readonly Gen<string> AnyOrganisation = Gen.OneOf("OCSC", "EGA", "TPQI", "CB-1", "CB-2");

    private static readonly Gen<Agreement> AnyAgreement = Gen.Select(Gen.Frequency((2, Gen.Const((DateOnly?)null)), (3, AnyDay.Select(d => (DateOnly?)d))), Gen.Int[0, 13], Gen.Int[0, 4],
        (ends, lost, audited) => Agreed with
        {
            Ends = ends,
            Mandates = [.. Agreed.Mandates.Where((_, i) => i != lost)],
            Auditors = audited == 0 ? [new(Officer, Today, Today, Id(0xBA))] : [],
        });

    private static readonly Gen<Accreditation> AnyAccreditation = Gen.Select(Gen.OneOf("CB-1", "CB-2"), AnyPerson, Gen.OneOf(Enum.GetValues<AccreditationStanding>()), AnyDay, AnyDay, AnyDuty,
        (organisation, head, standing, from, until, duty) =>
            new Accreditation(Accredited with { Organisation = organisation, From = from, Until = until }, new(head, [duty.Code, "declare-results"], []), standing));

    private static readonly Gen<Appointment> AnyAppointment = Gen.Select(AnyPerson, AnyOrganisation, AnyDuty, AnyDay, AnyDay, Gen.Bool,
        (person, organisation, duty, from, until, revoked) => new Appointment(
            new(person, Id(0xAB), organisation, duty.Code, "2.3.3", from, until, TpqiRepresentative), revoked ? RevokedAppointment : null));

    [Fact]
    public void Nothing_lapsed_entitles_beyond_winding_up_and_everything_that_entitles_can_be_named() =>
        Gen.Select(AnyAgreement, AnyAccreditation.Array[0, 3], AnyAppointment.Array[0, 6], AnyPerson, AnyDuty, AnyDay).Sample((agreement, accreditations, appointments, person, duty, day) =>
        {
            foreach (var actor in new Entitlements(agreement, accreditations, appointments).Of(person, duty, day))
            {
                var lapsed = agreement.Ends is { } end && end <= day;
                if (lapsed) duty.WindingUp.ShouldBeTrue("after the agreement only winding up goes on");
                if (agreement.Auditors.Any(a => a.Person == person && a.From <= day && day <= a.Until)) new[] { "audit", "read-records" }.ShouldContain(duty.Code);
                if (!actor.Authority.StartsWith("appointment:", StringComparison.Ordinal)) continue;

                // Told from the records alone, by no code that entitles: an appointment of theirs, in its days, under a mandate that its party has or a body that is accredited.
                duty.Clauses.ShouldNotBeEmpty();
                appointments.ShouldContain(a => a.Revoked == null && a.Made.Person == person && a.Made.Duty == duty.Code && a.Made.Organisation == actor.Organisation && a.Made.From <= day && day <= a.Made.Until);
                if (actor.Organisation is "OCSC" or "EGA" or "TPQI") agreement.Mandates.ShouldContain(m => m.Party == actor.Organisation && duty.Clauses.Contains(m.Clause));
                else if (!duty.WindingUp)
                    accreditations.ShouldContain(a => a.Granted.Organisation == actor.Organisation && a.Standing == AccreditationStanding.InForce && a.Granted.From <= day && day <= a.Granted.Until
                        && a.Scope.Duties.Contains(duty.Code));
            }
        }, iter: States);
}
