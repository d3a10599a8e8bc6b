using CredentialLedger.Api.Http;

namespace CredentialLedger.Api.Portal.Home;

/// <summary>The first page: what this is, and where to go on.</summary>
public sealed partial class HomePage
{
    /// <summary>Show it.</summary>
    [Open]
    public static Task<IResult> Get(Pages pages) => pages.Show<HomePage>();
}
