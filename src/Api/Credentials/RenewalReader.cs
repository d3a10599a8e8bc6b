using System.Globalization;
using System.Text.Json;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Storage;
using Npgsql;

namespace CredentialLedger.Api.Credentials;

/// <summary>Says whether a credential was renewed, when it may be, and which end soon.</summary>
public sealed class RenewalReader(EventReader events, NpgsqlDataSource database)
{
    /// <summary>The credential that renews what was decided, as far as recorded by a moment: its id follows from the decision.</summary>
    public async Task<Guid?> RenewalOf(CredentialStanding credential, DateTimeOffset knownAt, CancellationToken token)
    {
        var id = Credential.RenewalOf(credential.Decision);
        return await events.Read(new() { Stream = id, RecordedUpTo = knownAt, First = 1 }, token).AnyAsync(token) ? id : null;
    }

    /// <summary>The days on which it may be renewed; null where it is without end, was revoked or replaced, or its scheme has no rules for it.</summary>
    public async Task<RenewalDays?> DaysOf(CredentialStanding credential, CancellationToken token) =>
        credential is { ValidUntil: { } last, RevokedFrom: null, ReplacedBy: null } && await events.Fold<Scheme>(credential.Scheme, token) is { Established.Renewal: { } rules }
            ? new(rules.OpensOn(last), rules.ClosesOn(last)) : null;

    /// <summary>The view of a credential with what renews it, as far as recorded by a moment, or else when it may be renewed.</summary>
    public async Task<CredentialView> Tell(CredentialView view, CredentialStanding credential, DateTimeOffset knownAt, CancellationToken token) =>
        await RenewalOf(credential, knownAt, token) is { } by ? view with { RenewedBy = by } : view with { Renewable = await DaysOf(credential, token) };

    /// <summary>A body's credentials that end between two days, both included, neither revoked nor replaced; those that end first before the others.</summary>
    public async Task<IReadOnlyList<CredentialStanding>> Ending(string body, DateOnly from, DateOnly until, int most, CancellationToken token)
    {
        await using var command = database.CreateCommand($"""
            select data from {ReadModel.Of<CredentialStanding>().Table}
            where data -> 'document' ->> 'issuer' = $1 and data ->> 'validUntil' between $2 and $3 and data ->> 'revokedFrom' is null and data ->> 'replacedBy' is null
            order by data ->> 'validUntil', id limit {most}
            """);
        foreach (var value in (string[])[body, Iso(from), Iso(until)]) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(token);
        var rows = new List<CredentialStanding>();
        while (await reader.ReadAsync(token)) rows.Add(JsonSerializer.Deserialize<CredentialStanding>(reader.GetFieldValue<byte[]>(0), LedgerJson.Options)!);
        return rows;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The days on which a credential may be renewed.</summary>
/// <param name="From">The first.</param>
/// <param name="Until">The last, perhaps after its own.</param>
public sealed record RenewalDays(DateOnly From, DateOnly Until);
