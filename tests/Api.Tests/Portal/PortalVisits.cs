using System.Net;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.SignIn;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>What a scenario does again and again in the portal.</summary>
internal static class PortalVisits
{
    /// <summary>A browser in which somebody has signed in, and reads English.</summary>
    public static async Task<Browser> BrowserAsync(this DemoLedger demo, string persona)
    {
        var browser = new Browser(demo.Host.App.Server) { Accept = "text/html" };
        await browser.SignInAsync(persona, "/me");
        await browser.GetAsync("/?lang=en");
        return browser;
    }

    /// <summary>The text of a page that is shown.</summary>
    public static async Task<string> ReadAsync(this Browser browser, string page)
    {
        var visit = await browser.GetAsync(page);
        visit.Status.ShouldBe(200, $"{page}\n{visit.Text}");
        return WebUtility.HtmlDecode(visit.Text);
    }

    /// <summary>The hidden fields of the last form on a page that is sent to an address.</summary>
    public static KeyValuePair<string, string>[] Form(string page, string action) =>
        new Visit(0, "", page.Split($"action=\"{action}\"").Skip(1).Last().Split("</form>")[0], "").Hidden;

    /// <summary>A field of a form.</summary>
    public static KeyValuePair<string, string> Field(string name, object value) => new(name, value.ToString()!);
}
