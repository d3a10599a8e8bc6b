using CredentialLedger.Domain.Authority;

namespace CredentialLedger.Api.Authority;

/// <summary>The kinds of accreditation as addresses name them.</summary>
internal static class AccreditationKinds
{
    /// <summary>The kind of that name, or null.</summary>
    public static AccreditationKind? Find(string name) =>
        Enum.GetValues<AccreditationKind>().Select(k => (AccreditationKind?)k).FirstOrDefault(k => Kinds.Of(k!.Value).Name == name);
}
