using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.SignIn.Embedded;

/// <summary>A made-up person as whom one may sign in to a development ledger. What they may do is no matter of the provider's.</summary>
public sealed class Persona
{
    /// <summary>There is no persona of that name.</summary>
    public static readonly Rejection Unknown = new("identity.unknown-persona", RejectionKind.Invalid);

    /// <summary>What tools call them; also their client id for a token without a browser.</summary>
    public required string Name { get; init; }

    /// <summary>Their id in the ledger.</summary>
    public required Guid Person { get; init; }

    /// <summary>What the page calls them in Thai.</summary>
    public required string LabelTh { get; init; }

    /// <summary>What the page calls them in English.</summary>
    public required string LabelEn { get; init; }
}
