using CredentialLedger.Projections.Log;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Log;
using Npgsql;

namespace CredentialLedger.Api.Issuing;

/// <summary>Gives a signed document the proofs that its decision and its issue are in the log, as soon as the parties have cosigned a checkpoint over both.</summary>
public sealed class ProvenDocuments(NpgsqlDataSource database, ApplicationMac mac, LogProofs proofs)
{
    private static readonly string Decided = "certification-decided", Issued = "credential-issued";

    /// <summary>The document with its proofs; as it was issued while no cosigned checkpoint covers them, or where a row is not what the application wrote.</summary>
    public async Task<byte[]> Prove(Guid credential, byte[] document, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        if (await Event(connection, credential, Issued, token) is not { } issue
            || issue.Read().Data is not Domain.Credentials.CredentialIssued issued
            || await Event(connection, issued.Decision, Decided, token) is not { } decision
            || await proofs.Of(connection, [issue.Id, decision.Id], token) is not { Count: 2 } found
            || issue.Authenticate(mac) is not var (issueEnvelope, issueSalt) || decision.Authenticate(mac) is not var (decisionEnvelope, decisionSalt)) return document;
        return CredentialProofs.Attach(document,
            new(Opening.Of(decisionEnvelope, decisionSalt, null), found[decision.Id]),
            new(Opening.Of(issueEnvelope, issueSalt, CanonicalJson.Of(issue.Data)), found[issue.Id]));
    }

    private static async Task<StoredEvent?> Event(NpgsqlConnection connection, Guid stream, string type, CancellationToken token)
    {
        await foreach (var row in EventReader.Rows(connection, new() { Stream = stream, First = 1 }, token)) return row.Type == type ? row : null;
        return null;
    }
}
