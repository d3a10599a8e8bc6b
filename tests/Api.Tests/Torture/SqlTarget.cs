using CredentialLedger.Projections.Audit;

namespace CredentialLedger.Api.Tests.Torture;

/// <summary>What is known of an event before somebody changes it.</summary>
internal sealed record SqlTarget(long Sequence, Guid Id, Guid Stream, long Version, string Type, string Data, string Headers, long Index);

/// <summary>One change through SQL, and what an audit must say of it.</summary>
/// <param name="Kind">Its kind, for the count.</param>
/// <param name="Sql">The change.</param>
/// <param name="Expected">Every one of these must be among the defects; a null column is any, an empty place too.</param>
internal sealed record SqlChange(string Kind, string Sql, params Defect[] Expected)
{
    /// <summary>Whether the defects name it.</summary>
    public bool IsNamedBy(IReadOnlyList<Defect> found) =>
        Expected.All(e => found.Any(d => d.Kind == e.Kind && (e.Where == "" || d.Where == e.Where) && (e.Column is null || d.Column == e.Column)));
}
