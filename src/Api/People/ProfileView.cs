using CredentialLedger.Api.AsOf;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.People;
using Wolverine.Http;

namespace CredentialLedger.Api.People;

/// <summary>What a person has shown, unit by unit.</summary>
/// <param name="Person">The person.</param>
/// <param name="AsOf">The moment at whose day in Thailand dates are judged.</param>
/// <param name="KnownAt">The moment up to which recorded events count.</param>
/// <param name="Sequence">Place in the ledger of the person's last event that was taken into account; 0 before the first.</param>
/// <param name="Skills">The strongest evidence of each unit and level that stands on that day.</param>
/// <param name="KnownSince">Where a moment was asked for, what has become known since about the same day.</param>
public sealed record ProfileView(Guid Person, DateTimeOffset AsOf, DateTimeOffset KnownAt, long Sequence, IReadOnlyList<Skill> Skills, KnownSince<ValueList<Skill>>? KnownSince)
{
    /// <summary>Show a person's skill profile.</summary>
    [WolverineGet("/api/people/{personId:guid}/profile"), Personal("profile")]
    public static Task<IResult> Get(Guid personId, string? asOf, string? knownAt, Viewer viewer, TimeProvider clock, CancellationToken token) =>
        viewer.Personal<SkillProfile>(personId, new() { Person = personId }, Domain.People.Person.Missing, (asOf, knownAt), _ => personId,
            seen => new ProfileView(personId, seen.AsOf, seen.KnownAt, seen.Sequence, On(seen.Row, seen.Day),
                seen.Hindsight.Tell(clock.GetUtcNow(), row => On(row, seen.Day))), token);

    private static ValueList<Skill> On(SkillProfile? row, DateOnly day) => [.. row?.On(day) ?? []];
}
