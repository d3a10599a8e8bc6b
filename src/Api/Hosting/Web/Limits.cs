namespace CredentialLedger.Api.Hosting.Web;

/// <summary>How much is served to whom, from the configuration section <c>Limits</c>; requests are counted by the minute.</summary>
public sealed class Limits
{
    /// <summary>Requests a minute from one address that is not signed in (of IPv6, from one /64).</summary>
    public int Anonymous { get; init; } = 300;

    /// <summary>Of these, requests to one of the <see cref="TightPaths"/>.</summary>
    public int Tight { get; init; } = 30;

    /// <summary>Beginnings of the paths that cost more or invite guessing: verifying, signing in, tokens.</summary>
    public string[] TightPaths { get; init; } = [];

    /// <summary>Batches of documents to verify, a minute from one address: each costs as much as its documents.</summary>
    public int Batches { get; init; } = 6;

    /// <summary>Requests a minute from one who is signed in.</summary>
    public int SignedIn { get; init; } = 1200;

    /// <summary>Seconds within which an ordinary request is answered or given up; imports have no such end.</summary>
    public int RequestSeconds { get; init; } = 30;
}
