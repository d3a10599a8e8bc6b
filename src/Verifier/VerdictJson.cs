using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier;

/// <summary>The JSON form of a verdict, version <c>credentialledger-verdict-1</c>: members are added, never renamed.</summary>
internal static class VerdictJson
{
    private const int LikelyLength = 8 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static byte[] Write(Verdict verdict, Check? knownSince)
    {
        var bytes = new ArrayBufferWriter<byte>(LikelyLength);
        using (var json = new Utf8JsonWriter(bytes, Options)) Write(json, verdict, knownSince);
        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Verdict verdict, Check? knownSince)
    {
        json.WriteStartObject();
        json.WriteString("format", "credentialledger-verdict-1");
        json.WriteString("overall", Name(verdict.Overall));
        json.WriteString("at", Iso(verdict.At));
        json.WriteStartArray("checks");
        foreach (var check in verdict.Checks) Write(json, check);
        json.WriteEndArray();
        json.WritePropertyName("signing");
        if (verdict.Signing is { } signing) Write(json, signing);
        else json.WriteNullValue();
        json.WritePropertyName("credential");
        if (verdict.Content is { } content) Write(json, content);
        else json.WriteNullValue();
        if (knownSince is not null)
        {
            json.WritePropertyName("knownSince");
            Write(json, knownSince);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Check check)
    {
        json.WriteStartObject();
        json.WriteString("name", check.Name);
        json.WriteString("result", Name(check.Result));
        json.WriteString("code", check.Code);
        json.WriteString("sentenceTh", check.SentenceTh);
        json.WriteString("sentenceEn", check.SentenceEn);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Signing signing)
    {
        json.WriteStartObject();
        json.WriteString("claimedAt", Iso(signing.ClaimedAt));
        json.WriteString("provenBy", signing.ProvenBy is { } proven ? Iso(proven) : null);
        json.WriteString("log", signing.LogOrigin);
        json.WriteStartArray("witnesses");
        foreach (var witness in signing.Witnesses) json.WriteStringValue(witness);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CredentialContent content)
    {
        json.WriteStartObject();
        json.WriteString("id", content.Id);
        json.WriteString("number", content.Number);
        json.WriteBoolean("test", content.Test);
        json.WriteString("validFrom", Iso(content.ValidFrom));
        json.WriteString("validUntil", content.ValidUntil is { } until ? Iso(until) : null);
        json.WriteStartObject("issuer");
        json.WriteString("code", content.Issuer.Code);
        json.WriteString("nameTh", content.Issuer.NameTh);
        json.WriteString("nameEn", content.Issuer.NameEn);
        json.WriteString("keyId", content.Issuer.KeyId);
        json.WriteEndObject();
        json.WriteStartObject("holder");
        json.WriteString("nameTh", content.Holder.NameTh);
        json.WriteString("nameEn", content.Holder.NameEn);
        json.WriteEndObject();
        Write(json, content.Achievement);
        json.WriteStartObject("programme");
        json.WriteString("noticeTh", content.Programme.NoticeTh);
        json.WriteString("noticeEn", content.Programme.NoticeEn);
        json.WriteEndObject();
        json.WriteStartObject("status");
        json.WriteString("list", content.Status.List.AbsoluteUri);
        json.WriteNumber("index", content.Status.Index);
        json.WriteEndObject();
        json.WriteString("logOrigin", content.LogOrigin);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Achievement achievement)
    {
        json.WriteStartObject("achievement");
        json.WriteString("framework", achievement.Framework);
        json.WriteString("scheme", achievement.Scheme);
        json.WriteString("unit", achievement.Unit);
        if (achievement.Level is { } level) json.WriteNumber("level", level);
        else json.WriteNull("level");
        json.WriteString("titleTh", achievement.TitleTh);
        json.WriteString("titleEn", achievement.TitleEn);
        json.WriteString("decidedOn", Iso(achievement.DecidedOn));
        json.WriteEndObject();
    }

    private static string Iso(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Name(Overall overall) => overall switch
    {
        Overall.Valid => "valid",
        Overall.Invalid => "invalid",
        _ => "undetermined",
    };

    private static string Name(CheckResult result) => result switch
    {
        CheckResult.Passed => "passed",
        CheckResult.Failed => "failed",
        _ => "unknown",
    };
}
