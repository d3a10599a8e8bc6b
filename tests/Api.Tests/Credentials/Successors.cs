using System.Globalization;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

/// <summary>Holders who take another name, and credentials as old as a scenario needs them.</summary>
internal static class Successors
{
    public static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));

    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Another name, with the certificate of the registrar.</summary>
    public static object Name(string en, string? from = null, string th = "นางทดสอบ นามใหม่") =>
        new { name = new { th, en }, from = from ?? Today.Iso(), evidence = new { kind = "civil-registration", reference = "ช.3/2569-1" } };

    /// <summary>Whose credential it is.</summary>
    public static async Task<Guid> HolderAsync(this DemoLedger demo, Guid credential) =>
        (await demo.Host.GetAsync("auditor", $"/api/credentials/{credential}")).Json.GetProperty("person").GetGuid();

    /// <summary>The holder takes another name, and the body replaces the credential; gives the new one.</summary>
    public static async Task<Guid> ReplacedAsync(this DemoLedger demo, Guid credential, string name = "Another Name")
    {
        (await demo.Host.PutAsync("hr-officer", $"/api/people/{await demo.HolderAsync(credential)}/name", Name(name))).ShouldRecord(1);
        return (await demo.Host.PostAsync("issuer", $"/api/credentials/{credential}/replacement")).ShouldRecord(1).Id;
    }

    /// <summary>
    /// As if it had been issued long ago: the days in its event are moved, as only a superuser can. No clock is set back, since tokens, keys and
    /// certificates are of today.
    /// </summary>
    public static async Task DatedAsync(this DemoLedger demo, Guid credential, DateOnly from, DateOnly until) =>
        (await demo.Host.TamperAsync($$"""
            update ledger.mt_events set data = data || '{"validFrom": "{{from.Iso()}}", "validUntil": "{{until.Iso()}}"}' where stream_id = '{{credential}}' and type = 'credential-issued'
            """)).ShouldBe(1);

    /// <summary>Record the scheme's course as taken again on a day.</summary>
    public static async Task<Guid> CourseAgainAsync(this DemoLedger demo, Guid person, string on = "2026-10-01")
    {
        var id = Guid.NewGuid();
        (await demo.Host.PutAsync("training-officer", $"/api/completions/{id}", DemoLedger.CompletionBody(person, on))).ShouldRecord(1);
        return id;
    }

    /// <summary>The document in a shape, as an auditor downloads it.</summary>
    public static async Task<byte[]> DocumentAsync(this DemoLedger demo, Guid credential, string format = "xml")
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        return await client.GetByteArrayAsync($"/api/credentials/{credential}/document?format={format}");
    }

    /// <summary>The public verdict on a document.</summary>
    public static Task<Answer> VerifiedAsync(this DemoLedger demo, byte[] document) => demo.Host.PostAsync("", "/api/verify", new ByteArrayContent(document));
}
