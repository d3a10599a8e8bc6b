using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Http;

/// <summary>Somebody whom a development ledger lets act, until people can sign in. Refused outside the Development environment.</summary>
public sealed class DevelopmentIdentity
{
    /// <summary>The request header that names the identity.</summary>
    public const string Header = "Development-Identity";

    /// <summary>The configuration section that lists them.</summary>
    public const string Section = "Development:Identities";

    /// <summary>What an authority is called before appointments exist.</summary>
    public const string Authority = "development";

    /// <summary>What the header says.</summary>
    public required string Name { get; init; }

    /// <summary>The acting person's id.</summary>
    public required Guid Person { get; init; }

    /// <summary>Code of the organisation that the person acts for.</summary>
    public required string Organisation { get; init; }

    /// <summary>Codes of the person's duties.</summary>
    public required string[] Duties { get; init; }

    /// <summary>The person acting under a duty that they have; null when they have it not.</summary>
    public Actor? Under(Duty duty) => Duties.Contains(duty.Code) ? new Actor(Person, Organisation, duty.Code, Authority) : null;
}
