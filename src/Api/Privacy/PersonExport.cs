using System.Text.Json.Nodes;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Privacy;

/// <summary>Everything that the ledger holds on a person, opened, as it is given to them (PDPA B.E. 2562, section 30; docs/formats/export.md).</summary>
/// <param name="Format">Name and version of this form.</param>
/// <param name="Export">Id of the export, as it is recorded.</param>
/// <param name="Person">Whose data it is.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="MadeBy">Who asked for it, and under which duty.</param>
/// <param name="Entries">Every event about the person, and every access to their record, in the order of recording.</param>
/// <param name="Documents">Every signed document.</param>
public sealed record PersonExport(string Format, Guid Export, Guid Person, DateTimeOffset MadeAt, Actor MadeBy,
    IReadOnlyList<PersonExport.Entry> Entries, IReadOnlyList<PersonExport.Document> Documents)
{
    /// <summary>The form that this code writes.</summary>
    public const string CurrentFormat = "credentialledger/export/1";

    /// <summary>One event.</summary>
    /// <param name="Sequence">Place in the ledger.</param>
    /// <param name="Recorded">When it was recorded.</param>
    /// <param name="Type">Stored name of its type.</param>
    /// <param name="Stream">Its stream.</param>
    /// <param name="By">Who acted.</param>
    /// <param name="Data">What it says, with everything sealed opened; null in the place of what cannot be.</param>
    public sealed record Entry(long Sequence, DateTimeOffset Recorded, string Type, Guid Stream, Actor By, JsonNode? Data);

    /// <summary>A signed document, byte for byte as it was signed.</summary>
    public sealed record Document(Guid Credential, string Number, string MediaType, byte[] Content);
}
