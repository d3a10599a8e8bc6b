namespace CredentialLedger.Verifier.Status;

/// <summary>What a Bitstring Status List tells of a credential by a bit that is set (W3C Bitstring Status List v1.0, statusPurpose): each purpose has a list of its own.</summary>
public enum StatusPurpose
{
    /// <summary>Withdrawn for good.</summary>
    Revocation,

    /// <summary>Not to be accepted for now.</summary>
    Suspension,
}

internal static class StatusPurposes
{
    public static readonly StatusPurpose[] All = [StatusPurpose.Revocation, StatusPurpose.Suspension];

    /// <summary>As the specification spells it.</summary>
    public static string Name(this StatusPurpose purpose) => purpose is StatusPurpose.Revocation ? "revocation" : "suspension";

    /// <summary>The value of the token status list that says the same.</summary>
    public static StatusValue Value(this StatusPurpose purpose) => purpose is StatusPurpose.Revocation ? StatusValue.Invalid : StatusValue.Suspended;

    public static StatusPurpose? Named(string? name) => All.Select(p => (StatusPurpose?)p).FirstOrDefault(p => p!.Value.Name() == name);
}
