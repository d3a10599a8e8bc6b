using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Api.Credentials;

/// <summary>A credential as its events have it: the state that deciders see, and its standing by dates.</summary>
public sealed record CredentialNow(Credential State, CredentialStanding Standing)
{
    private static readonly HashSet<Type> Events = [.. Aggregates.EventsOf(typeof(Credential))];

    /// <summary>Whether an event is of a credential.</summary>
    public static bool Has(Recorded e) => Events.Contains(e.Data.GetType());

    /// <summary>The credential after one of its events.</summary>
    public static CredentialNow After(CredentialNow? before, Recorded e) => new((Credential)Aggregates.Next(before?.State, e.Data)!,
        CredentialStanding.RowOf(e.Data) is null ? before!.Standing : CredentialStanding.Fold(before?.Standing, e));
}
