using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Works;
using CsCheck;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Works;

public class WorkSequenceSpec
{
    private static readonly Gen<Actor> Actors = Gen.OneOf(Ocsc, Ega, Tpqi, "DGA", OtherBody).Select(organisation => Acting(Registrar, organisation));

    private static readonly Gen<Agreement> Agreements = Gen.OneOf(TheAgreement, AfterSuccession);

    private static readonly Gen<DateOnly> Date = Gen.OneOf(Yesterday, Today, Tomorrow);

    private static readonly Gen<Guid> Permits = Gen.OneOf(PermitId, Id(1), Id(2));

    private static readonly Gen<Step<Work>> Steps = Gen.OneOf(
        (IGen<Step<Work>>)Gen.Select(Agreements, Actors, Gen.Enum<WorkOrigin>(), Gen.OneOf(Shared, null), (agreement, by, origin, arranged) =>
        {
            var command = new RegisterWork(Shared.Work, "คู่มือ", "Manual", WorkKind.Manual, origin, origin is WorkOrigin.JointlyMade ? ArrangementId : null, null);
            return new Step<Work>((command, by, arranged), w => command.Decide(w, agreement, arranged, by));
        }),
        Gen.Select(Agreements, Actors, Permits, Gen.OneOf(Body, OtherBody), Date, Date, (agreement, by, permit, user, from, until) =>
        {
            var command = new PermitUse(permit, user, "ใช้", [PlaceOfUse.Certificate], from, until, "1");
            return new Step<Work>((command, by), w => command.Decide(w, agreement, by));
        }),
        Gen.Select(Agreements, Actors, Permits, Date, (agreement, by, permit, today) =>
        {
            var command = new RevokePermit(permit, "2");
            return new Step<Work>((command, by, today), w => command.Decide(w, agreement, by, today));
        }));

    [Fact]
    public void Whatever_comes_only_owners_and_whom_they_permit_use_a_work() =>
        Sequences.Hold(Steps, Sound, typeof(WorkRegistered), typeof(UsePermitted), typeof(PermitRevoked));

    private static void Sound(Work work)
    {
        work.Registered.Owners.Sum(o => o.PerMille).ShouldBe(1000);
        foreach (var user in new[] { Ocsc, Ega, Tpqi, OtherBody })
        {
            var owns = work.Registered.Owners.Any(o => o.Party == user || o.Party == "DGA" && user == Ega);
            var permitted = work.Permits.Any(p => p.Permitted.User == user && p.Permitted.From <= Today && Today <= p.Permitted.Until && !(p.Revoked?.From <= Today));
            (MarkUse.Refusal(AfterSuccession, work, user, PlaceOfUse.Certificate, Today) is null).ShouldBe(owns || permitted);
        }
    }
}
