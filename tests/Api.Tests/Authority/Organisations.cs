using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Authority;

/// <summary>An accredited certification body of a test's own, with somebody whom its head appointed.</summary>
public static class Organisations
{
    /// <summary>The demo's people who stand for nobody else here: the head, and whom they appoint.</summary>
    public static readonly Guid Head = new("d0000000-0000-4000-8000-0000000000d3"), Newcomer = new("d0000000-0000-4000-8000-0000000000f4");

    /// <summary>The address of a body's accreditation.</summary>
    public static string PathOf(string organisation) => $"/api/organisations/{organisation}/accreditations/certification-body";

    /// <summary>A body that accredits.</summary>
    public static object Body(string name = "New Body", params string[] duties) =>
        new { nameTh = "หน่วยรับรองใหม่", nameEn = name, head = Head, duties = duties is [] ? ["declare-results", "revoke-credentials", "read-records"] : duties };

    /// <summary>A body that appoints.</summary>
    public static object Appointment(string duty, Guid? person = null) => new { person = person ?? Newcomer, duty };

    /// <summary>Accredit it.</summary>
    public static async Task<string> AccreditedAsync(this LedgerHost host, string organisation)
    {
        (await host.PutAsync("accreditor", PathOf(organisation), Body())).ShouldRecord(1);
        return PathOf(organisation);
    }

    /// <summary>Let its head, who heads an agency too, appoint the newcomer; gives the appointment's address.</summary>
    public static async Task<string> AppointedAsync(this LedgerHost host, string organisation, string duty)
    {
        var path = $"/api/appointments/{Guid.NewGuid()}";
        (await host.PutForAsync("head-agency", organisation, path, Appointment(duty))).ShouldRecord(1);
        return path;
    }

    /// <summary>PUT a body for one of several organisations.</summary>
    public static async Task<Answer> PutForAsync(this LedgerHost host, string persona, string organisation, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = System.Net.Http.Json.JsonContent.Create(body), Headers = { { WhoActs.ActingFor, organisation } } };
        await host.App.AuthorizeAsync(request, persona);
        using var client = host.App.Server.CreateClient();
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new((int)response.StatusCode, System.Text.Json.JsonDocument.Parse(text).RootElement, text) { MediaType = response.Content.Headers.ContentType?.MediaType };
    }

    /// <summary>Organisations for which somebody is entitled to a duty, as they are told.</summary>
    public static async Task<string[]> ForWhomAsync(this LedgerHost host, string persona, string duty) =>
        [.. (await host.GetAsync(persona, "/api/me")).Json.GetProperty("entitlements").EnumerateArray()
            .Where(e => e.GetProperty("duty").GetString() == duty).Select(e => e.GetProperty("organisation").GetString()!)];
}
