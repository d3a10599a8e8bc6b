namespace CredentialLedger.Api.Hosting.Web;

/// <summary>What depends on where the ledger is served, from the configuration section <c>Web</c>.</summary>
public sealed class WebSettings
{
    /// <summary>Origins beside our own to which a form may lead: the identity provider's, since a browser applies <c>form-action</c> to redirects too.</summary>
    public string[] FormTargets { get; init; } = [];

    /// <summary>Addresses or networks (CIDR) of the proxies in front, whose X-Forwarded-For and X-Forwarded-Proto are believed; nobody else's are.</summary>
    public string[] TrustedProxies { get; init; } = [];
}
