using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.People;
using static CredentialLedger.Projections.Tests.Reading.Histories;

namespace CredentialLedger.Projections.Tests.People;

/// <summary>Who renews a credential, or gets another in its place, is certified once and without a day between.</summary>
public sealed class CertifiedSinceSpec
{
    private static readonly CredentialIssued First = Issued(3, Day);

    private static readonly DateOnly Next = First.ValidUntil!.Value.AddDays(1);

    private static readonly CredentialReplaced Replaced = new(Person, Source(3), Source(5), Day.AddDays(9), Source(0xA3));

    private static SkillProfile Profile(params LedgerEvent[] events) =>
        events.Select((e, i) => Event(i + 1, e, Noon.AddDays(i))).Aggregate((SkillProfile?)null, SkillProfile.Fold)!;

    private static (Guid, DateOnly, DateOnly?)[] On(SkillProfile profile, DateOnly day) => [.. profile.On(day).Select(s => (s.Evidence, s.Since, s.Expires))];

    [Fact]
    public void A_renewal_takes_over_on_the_next_day_and_the_unit_is_certified_since_the_first()
    {
        var profile = Profile(First, Issued(4, Next) with { Renews = Source(3) });
        On(profile, Next.AddDays(-1)).ShouldBe([(Source(3), Day, Next.AddDays(-1))]);
        On(profile, Next).ShouldBe([(Source(4), Day, Next.AddDays(30))]);
    }

    [Fact]
    public void Renewed_in_grace_it_is_certified_anew() =>
        On(Profile(First, Issued(4, Next.AddDays(5)) with { Renews = Source(3) }), Next.AddDays(6)).ShouldBe([(Source(4), Next.AddDays(5), Next.AddDays(35))]);

    [Fact]
    public void What_takes_a_credential_s_place_shows_the_same_unit_for_the_same_days()
    {
        var profile = Profile(First, Replaced, First with { Credential = Source(5), Replaces = Source(3) });
        On(profile, Day.AddDays(8)).Length.ShouldBe(1);
        On(profile, Day.AddDays(9)).ShouldBe([(Source(5), Day, First.ValidUntil)]);
        On(profile, Next).ShouldBeEmpty();
    }

    [Fact]
    public void A_certification_that_was_revoked_before_the_next_began_does_not_count_to_it() =>
        On(Profile(First, Revoked(3, Day.AddDays(5)), Issued(4, Next)), Next).ShouldBe([(Source(4), Next, Next.AddDays(30))]);

    [Fact]
    public void A_replaced_credential_stands_as_replaced_from_that_day_on_whatever_its_period()
    {
        var row = new[] { Event(1, First, Noon), Event(2, Replaced, Noon.AddDays(9), 2) }.Aggregate((CredentialStanding?)null, CredentialStanding.Fold)!;
        row.On(Day.AddDays(8)).ShouldBe(Standing.Valid);
        row.On(Day.AddDays(9)).ShouldBe(Standing.Replaced);
        row.On(Next).ShouldBe(Standing.Replaced);
        row.ReplacedBy.ShouldBe(Source(5));
    }
}
