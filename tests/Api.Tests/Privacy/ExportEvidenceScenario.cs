using System.IO.Compression;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Evidence;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using CredentialLedger.Verifier.Trust;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Privacy;

/// <summary>An auditor exports evidence, and the verifier's library checks it with a trust list of its own and nothing else.</summary>
public sealed class ExportEvidenceScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static readonly Guid SecondAuditor = Authority.Organisations.Newcomer;

    // Nobody's name and no national id may be in a bundle in the clear, in whatever spelling JSON has for it.
    private static readonly string[] Personal = ["สมมติ ใจดี", "ใจดี", "Sommut", "Jaidee", "1234567890121", "ตัวอย่าง ผู้", "Sample Representative", "\\u0e43\\u0e08\\u0e14\\u0e35"];

    private async Task<(int Status, byte[] Bytes)> PostAsync(string persona, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/evidence") { Content = JsonContent.Create(body) };
        await demo.Host.App.AuthorizeAsync(request, persona);
        using var client = demo.Host.App.Server.CreateClient();
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    // The verifier's owner has the log's key from elsewhere; this ledger has no witness.
    private TrustList Trust => new(true, [], [], [$"log {demo.Host.Services.GetRequiredService<LogSigner>().Key}\nquorum none\n"]);

    private async Task<(EvidenceVerdict Verdict, byte[] Bytes)> ExportAsync(object body, string persona = "auditor")
    {
        // What was recorded just now is under a checkpoint within a second or two; an export is an event itself, so it is made once.
        var folder = demo.Host.Services.GetRequiredService<TileFolder>();
        await Eventually.BeAsync(async () => folder.Checkpoint is { } note && Checkpoint.Parse(SignedNote.Parse(note).Text).Size == await demo.Host.EventsAsync(), true);
        var (status, bytes) = await PostAsync(persona, body);
        status.ShouldBe(200, Encoding.UTF8.GetString(bytes));
        var verdict = EvidenceCheck.Run(bytes, Trust, DateTimeOffset.UtcNow);
        verdict.Overall.ShouldBe(Overall.Valid, string.Join('\n', verdict.Checks.Select(c => $"{c.Code} {c.SentenceEn}")));
        return (verdict, bytes);
    }

    private async Task<long> CountAsync(string where)
    {
        await using var command = demo.Host.Database.CreateCommand($"select count(*) from ledger.mt_events where {where}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    [Fact]
    public async Task A_person_s_bundle_is_proven_and_holds_nothing_personal_in_the_clear()
    {
        var (verdict, bytes) = await ExportAsync(new { person = DemoLedger.Candidate });
        foreach (var type in (string[])["person-registered", "result-declared", "certification-decided", "credential-issued"]) verdict.Events.ShouldContain(e => e.Envelope.Type == type);
        verdict.Checks.ShouldContain(c => c.Code == EvidenceCodes.Sealed);
        var text = Encoding.UTF8.GetString(bytes);
        Personal.ShouldAllBe(name => !text.Contains(name, StringComparison.OrdinalIgnoreCase));
        text.ShouldContain("# Evidence bundle");
        text.ShouldContain("# ชุดหลักฐาน");
    }

    [Fact]
    public async Task A_credential_s_bundle_holds_its_chain()
    {
        var (verdict, _) = await ExportAsync(new { credential = demo.Credential });
        verdict.Events.Select(e => e.Envelope.Type).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["certification-decided", "completion-recorded", "credential-issued", "result-declared", "scheme-established"]);
        verdict.Holes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_credential_on_an_award_it_holds_that_and_its_equivalence_and_so_does_the_accepter_s_bundle_hold_the_award()
    {
        var person = await demo.PersonAsync(61);
        var award = await demo.Host.AwardAsync(person);
        var decision = (await demo.Host.PostAsync("decider", "/api/decisions", Equivalences.DecisionBody(person, award))).ShouldRecord(1).Id;
        var credential = (await demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRecord(1).Id;
        (await ExportAsync(new { credential })).Verdict.Events.Select(e => e.Envelope.Type).Order(StringComparer.Ordinal)
            .ShouldBe(["award-accepted", "certification-decided", "credential-issued", "equivalence-recognised", "scheme-established"]);
        var touched = (await ExportAsync(new { examiner = DemoLedger.Examiner })).Verdict.Events.Select(e => e.Envelope.Stream).ToArray();
        touched.ShouldContain(award);
        touched.ShouldContain(credential);
    }

    [Fact]
    public async Task An_examiner_s_bundle_holds_what_they_touched()
    {
        var (verdict, _) = await ExportAsync(new { examiner = DemoLedger.Examiner });
        verdict.Events.ShouldContain(e => e.Envelope.Stream == DemoLedger.Result);
        verdict.Events.ShouldContain(e => e.Envelope.Stream == demo.Credential);
    }

    [Fact]
    public async Task A_period_s_bundle_holds_every_event_of_its_days()
    {
        var day = Verifier.PeopleDates.ThaiDay(DateTimeOffset.UtcNow);
        var (verdict, bytes) = await ExportAsync(new { from = day.AddDays(-1), until = day });
        verdict.Events.Count.ShouldBeGreaterThan(50);
        var text = Encoding.UTF8.GetString(bytes);
        Personal.ShouldAllBe(name => !text.Contains(name, StringComparison.OrdinalIgnoreCase));
        (await PostAsync("auditor", new { from = "2001-01-01", until = "2001-01-02" })).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Each_export_is_recorded_before_it_is_given_and_shown_to_the_person()
    {
        var (verdict, _) = await ExportAsync(new { person = DemoLedger.Trainee });
        var bundle = verdict.Manifest!.Bundle;
        (await CountAsync($"stream_id = '{bundle}' and type = 'evidence-exported' and data ->> 'kind' = 'person' and data ->> 'subject' = '{DemoLedger.Trainee}' and (data ->> 'events')::int = {verdict.Events.Count} and not data ? 'recipient'")).ShouldBe(1);
        (await CountAsync($"stream_id = '{bundle}' and headers -> 'actor' ->> 'duty' = 'audit'")).ShouldBe(1);
        var (again, _) = await ExportAsync(new { person = DemoLedger.Trainee });
        again.Events.ShouldContain(e => e.Envelope.Stream == bundle, "an export is something that happened to the record");
    }

    [Fact]
    public async Task Only_auditors_export_and_a_refusal_records_nothing()
    {
        async Task Refused(string persona, object body, int status, string code) => (await demo.Host.PostAsync(persona, "/api/evidence", body)).ShouldRefuse(status, code);
        await Refused("decider", new { person = DemoLedger.Candidate }, 403, "identity.duty-missing");
        await Refused("holder", new { person = DemoLedger.Candidate }, 403, "identity.duty-missing");
        await Refused("auditor", new { }, 422, "evidence.bad-selection");
        await Refused("auditor", new { person = DemoLedger.Candidate, examiner = DemoLedger.Candidate }, 422, "evidence.bad-selection");
        await Refused("auditor", new { from = "2026-01-01" }, 422, "evidence.bad-selection");
        await Refused("auditor", new { from = "2026-01-02", until = "2026-01-01" }, 422, "evidence.bad-selection");
        await Refused("auditor", new { from = "0001-01-01", until = "9999-12-31" }, 422, "day.implausible");
        await Refused("auditor", new { person = Guid.NewGuid() }, 404, "evidence.nothing-found");
        await Refused("auditor", new { credential = Guid.NewGuid() }, 404, "evidence.nothing-found");
        await Refused("auditor", new { person = DemoLedger.Candidate, open = true }, 422, "evidence.recipient-mismatch");
        await Refused("auditor", new { person = DemoLedger.Candidate, open = true, recipient = "no certificate" }, 422, "evidence.bad-recipient");
        using var weak = RSA.Create(1024);
        await Refused("auditor", new { person = DemoLedger.Candidate, open = true, recipient = Certificate(weak).ExportCertificatePem() }, 422, "evidence.bad-recipient");
        using var key = RSA.Create(2048);
        var pem = Certificate(key).ExportCertificatePem();
        await Refused("auditor", new { person = DemoLedger.Candidate, recipient = pem }, 422, "evidence.recipient-mismatch");
        await Refused("auditor", new { person = DemoLedger.Candidate, open = true, recipient = pem }, 403, "evidence.may-not-open");
        await Refused("auditor", new { from = "2026-01-01", until = "2026-12-31", open = true, recipient = pem }, 422, "evidence.opens-many");
        (await demo.Host.PostAsync("", "/api/evidence", new { person = DemoLedger.Candidate })).Status.ShouldBe(401);
        (await CountAsync($"type = 'evidence-exported' and data ->> 'subject' = '{DemoLedger.Candidate}' and data ? 'recipient' and data ->> 'kind' = 'examiner'")).ShouldBe(0);
    }

    [Fact]
    public async Task What_all_three_let_an_auditor_open_is_encrypted_to_the_named_recipient_alone()
    {
        var proposal = Guid.NewGuid();
        (await demo.Host.PutAsync("coordinator-ocsc", $"/api/agreement/auditors/{proposal}", new { person = SecondAuditor, from = "2026-01-01", opens = true })).ShouldRecord(1);
        foreach (var party in FoundedLedger.Parties) (await demo.Host.PostAsync($"representative-{party}", $"/api/agreement/proposals/{proposal}/signature")).Status.ShouldBe(200);
        using var key = RSA.Create(2048);
        using var certificate = Certificate(key);
        var (verdict, bytes) = await ExportAsync(new { person = DemoLedger.Candidate, open = true, recipient = certificate.ExportCertificatePem() }, "newcomer");
        verdict.Checks.ShouldContain(c => c.Code == EvidenceCodes.Encrypted);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));
        (verdict.Manifest!.Recipient, await CountAsync($"stream_id = '{verdict.Manifest.Bundle}' and data ->> 'recipient' = '{fingerprint}'")).ShouldBe((fingerprint, 1L));
        var text = Encoding.UTF8.GetString(bytes);
        Personal.ShouldAllBe(name => !text.Contains(name, StringComparison.OrdinalIgnoreCase));

        var opened = Encoding.UTF8.GetString(Decrypt(bytes, EvidenceMembers.Opened, certificate, key));
        opened.ShouldContain("สมมติ ใจดี");
        opened.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => JsonDocument.Parse(line, default).RootElement.GetProperty("pointer").GetString()!.StartsWith('/'));
        var document = Decrypt(bytes, EvidenceMembers.Document(demo.Credential), certificate, key);
        (await CountAsync($"type = 'credential-issued' and data -> 'document' ->> 'sha256' = '{Convert.ToHexStringLower(SHA256.HashData(document))}'")).ShouldBe(1);
        (await demo.Host.GetAsync("holder", $"/api/people/{DemoLedger.Candidate}/accesses")).Text.ShouldContain($"{verdict.Manifest.Bundle}");
    }

    private static X509Certificate2 Certificate(RSA key)
    {
        var request = new CertificateRequest("CN=Recipient TEST ONLY", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static byte[] Decrypt(byte[] bundle, string member, X509Certificate2 certificate, RSA key)
    {
        using var zip = new ZipArchive(new MemoryStream(bundle));
        using var content = new MemoryStream();
        using (var stream = zip.GetEntry(member).ShouldNotBeNull().Open()) stream.CopyTo(content);
        var cms = new EnvelopedCms();
        cms.Decode(content.ToArray());
        cms.Decrypt(cms.RecipientInfos[0], key);
        return cms.ContentInfo.Content;
    }
}
