using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Privacy;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Api.Privacy;

/// <summary>Which exports of a person's data were made, to themself or opened as evidence: copies that the ledger cannot erase, and an officer calls back.</summary>
public sealed class PersonExports(EventReader events)
{
    /// <summary>Their ids, in the order of recording.</summary>
    public async Task<ValueList<Guid>> Of(Guid person, CancellationToken token)
    {
        var exports = new List<Guid>();
        await foreach (var e in events.Read(new() { Subject = person }, token))
        {
            if (e.Data is ExportMade made) exports.Add(made.Export);
            if (e.Data is EvidenceExported { Recipient: not null } opened) exports.Add(opened.Export);
        }
        return new(exports);
    }
}
