using System.Net;
using System.Text.RegularExpressions;
using System.Web;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.AspNetCore.TestHost;

namespace CredentialLedger.Api.Tests.SignIn;

/// <summary>As much of a browser as signing in needs: cookies, one step at a time, and forms.</summary>
internal sealed partial class Browser(TestServer server) : IDisposable
{
    private readonly HttpMessageInvoker net = new(server.CreateHandler());
    private readonly Uri home = new("http://localhost/");

    public CookieContainer Cookies { get; } = new();

    /// <summary>Every Set-Cookie header so far.</summary>
    public List<string> Told { get; } = [];

    /// <summary>What it asks for: pages, unless a test looks at the problem behind them.</summary>
    public string? Accept { get; init; }

    public async Task<Visit> GetAsync(string address) => await SendAsync(new(HttpMethod.Get, new Uri(home, address)));

    public async Task<Visit> PostAsync(string address, params IEnumerable<KeyValuePair<string, string>> form) =>
        await SendAsync(new(HttpMethod.Post, new Uri(home, address)) { Content = new FormUrlEncodedContent(form) });

    /// <summary>Send a form with a file in one of its fields, or with several.</summary>
    public async Task<Visit> SendFileAsync(string address, IEnumerable<KeyValuePair<string, string>> form, string field, params byte[][] files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in form) content.Add(new StringContent(value), name);
        foreach (var file in files) content.Add(new ByteArrayContent(file), field, "picture.png");
        return await SendAsync(new(HttpMethod.Post, new Uri(home, address)) { Content = content });
    }

    /// <summary>The provider's page, from the portal's sign-in.</summary>
    public async Task<Visit> PersonaPageAsync(string returnUrl = "/docs/") => await GetAsync((await GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}")).Location);

    /// <summary>Click on a persona, and be sent back.</summary>
    public async Task<Visit> ChooseAsync(Visit page, string persona) => await PostAsync("/connect/authorize", [.. page.Hidden, new("persona", persona)]);

    /// <summary>The whole way, up to the answer that sets the portal's cookie.</summary>
    public async Task<Visit> SignInAsync(string persona = "hr-officer", string returnUrl = "/docs/") =>
        await GetAsync((await ChooseAsync(await PersonaPageAsync(returnUrl), persona)).Location);

    /// <summary>The field that proves that a form came from this site, for whoever is signed in.</summary>
    public async Task<KeyValuePair<string, string>> ProofAsync() => (await PersonaPageAsync()).Hidden.Single(h => h.Key.Contains("Verification"));

    private async Task<Visit> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (Cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies) request.Headers.Add("Cookie", cookies);
            if (Accept is not null) request.Headers.Add("Accept", Accept);
            using var response = await net.SendAsync(request, default);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                Told.Add(cookie);
                Cookies.SetCookies(request.RequestUri!, cookie);
            }
            return new((int)response.StatusCode, response.Headers.Location?.OriginalString ?? "", Failures.Told((int)response.StatusCode, await response.Content.ReadAsStringAsync()),
                response.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.Single() : "")
            {
                Caching = response.Headers.CacheControl?.ToString() ?? "",
            };
        }
    }

    public void Dispose() => net.Dispose();

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)" ?/?>""")]
    internal static partial Regex HiddenField();
}

/// <summary>What a browser was answered.</summary>
internal sealed record Visit(int Status, string Location, string Text, string Policy)
{
    public KeyValuePair<string, string>[] Hidden => [.. Browser.HiddenField().Matches(Text).Select(m => KeyValuePair.Create(HttpUtility.HtmlDecode(m.Groups[1].Value), HttpUtility.HtmlDecode(m.Groups[2].Value)))];

    /// <summary>What caches are told.</summary>
    public string Caching { get; init; } = "";

    /// <summary>A parameter of the address that it sends one to.</summary>
    public string? Parameter(string name) => HttpUtility.ParseQueryString(new Uri(new Uri("http://localhost/"), Location).Query)[name];
}
