using System.Collections.Concurrent;
using System.Text;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CredentialLedger.Api.Tests.Http;

/// <summary>Nothing personal is in a log line, at any level, whether the request was good or bad.</summary>
public sealed class LogTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    private const string Thai = "นายลับเฉพาะ", English = "Confidential Somsak";

    [Fact]
    public async Task No_log_line_holds_a_name_or_a_national_id()
    {
        using var lines = new Lines();
        var nationalId = DemoLedger.NationalId(1);
        await using (var app = await LedgerHost.StartAsync(host.ConnectionString, host.Folder, more: b => b
            .UseSetting("Logging:LogLevel:Default", "Trace")
            .ConfigureServices(s => s.AddLogging(l => l.AddProvider(lines).AddFilter<Lines>(null, LogLevel.Debug)))))
        {
            using var client = app.Server.CreateClient();
            client.DefaultRequestHeaders.Authorization = await app.TokenAsync("hr-officer");
            var good = $"{{\"name\":{{\"th\":\"{Thai}\",\"en\":\"{English}\"}},\"nationalId\":\"{nationalId}\",\"personnel\":\"civil-servant\"}}";
            string[] bad = [good[..^3], good.Replace("civil", "uncivil"), good.Replace("\"en\"", "\"other\""), $"{English} {nationalId}", good.Replace(English, English + "\\u0000")];
            var person = Guid.NewGuid();
            foreach (var body in (string[])[.. bad, good, good])
            {
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                using var answer = await client.PutAsync($"/api/people/{person}", content);
                var text = await answer.Content.ReadAsStringAsync();
                text.ShouldNotContain(nationalId);
                text.ShouldNotContain(English);
            }
            // A duplicate that only the database sees, and CSV with good and bad rows.
            using var duplicate = new StringContent(good, Encoding.UTF8, "application/json");
            ((int)(await client.PutAsync($"/api/people/{Guid.NewGuid()}", duplicate)).StatusCode).ShouldBe(409);
            using var csv = new StringContent($"national_id,name_th,personnel\n{nationalId},{Thai},civil-servant\n{nationalId},{Thai},king\n", Encoding.UTF8, "text/csv");
            await (await client.PostAsync("/api/imports/people", csv)).Content.ReadAsStringAsync();
            (await client.GetAsync($"/api/people/{person}")).IsSuccessStatusCode.ShouldBeTrue();
            // What shows the record whole, and what ends it: a remark is personal too.
            client.DefaultRequestHeaders.Authorization = await app.TokenAsync(Privacy.Officers.First);
            foreach (var format in (string[])["json", "html"])
                (await (await client.GetAsync($"/api/people/{person}/export?format={format}")).Content.ReadAsStringAsync()).ShouldContain(nationalId);
            foreach (var path in (string[])["accesses", "erasures"]) (await client.GetAsync($"/api/people/{person}/{path}")).IsSuccessStatusCode.ShouldBeTrue();
            using var remark = new StringContent($"{{\"remark\":\"{Thai} {nationalId}\"}}", Encoding.UTF8, "application/json");
            (await client.PutAsync($"/api/people/{person}/erasures/{Guid.NewGuid()}", remark)).IsSuccessStatusCode.ShouldBeTrue();
            (await client.GetAsync("/api/erasures")).IsSuccessStatusCode.ShouldBeTrue();
        }
        lines.All.Count.ShouldBeGreaterThan(10);
        lines.All.Where(l => l.Text.Contains(Thai) || l.Text.Contains("ลับเฉพาะ") || l.Text.Contains("Confidential") || l.Text.Contains(nationalId)).Select(l => l.Text).ShouldBeEmpty();
        // The class's own host projects into the same database meanwhile; of two projections one steps back and says so.
        lines.All.Where(l => l.Level >= LogLevel.Error && !l.Text.Contains("ProgressionProgressOutOfOrderException")).Select(l => l.Text).ShouldBeEmpty();
    }
}
