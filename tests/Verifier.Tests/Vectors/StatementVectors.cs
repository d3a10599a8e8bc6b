using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Jwt;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>A committed statement of an equivalence: by whose key it is checked, and whether it is accepted.</summary>
internal sealed record StatementVector(string File, bool Accepted, string Why, TestKey Key, Func<string> Make);

/// <summary>Committed statements of equivalences, good ones and each with one defect; keys.json is the key set to check them by.</summary>
internal static class StatementVectors
{
    public const string Type = "equivalence+jwt";

    public static readonly StatementVector[] All =
    [
        new("good/ecdsa.jwt", true, "By a key on P-256.", TestKeys.BodyA, () => Token(TestKeys.BodyA, true)),
        new("good/rsa.jwt", true, "By an RSA key.", TestKeys.BodyB, () => Token(TestKeys.BodyB, false)),
        new("refused/changed-claims.jwt", false, "It counts for ten years instead of three, under the old signature.", TestKeys.BodyA, () => Changed(1, """{"months":120}""")),
        new("refused/changed-signature.jwt", false, "The first letter of the signature is another.", TestKeys.BodyA, () => Token(TestKeys.BodyA, true) is var t && t.LastIndexOf('.') + 1 is var i ? $"{t[..i]}{(t[i] == 'A' ? 'B' : 'A')}{t[(i + 1)..]}" : t),
        new("refused/without-signature.jwt", false, "The signature is missing.", TestKeys.BodyA, () => Token(TestKeys.BodyA, true) is var t ? t[..(t.LastIndexOf('.') + 1)] : t),
        new("refused/alg-none.jwt", false, "A header that says none.", TestKeys.BodyA, () => Changed(0, $$"""{"alg":"none","kid":"{{TestKeys.BodyA.Id}}","typ":"{{Type}}"}""")),
        new("refused/alg-hs256-by-public-key.jwt", false, "HMAC under the public key.", TestKeys.BodyA, ByPublicKey),
        new("refused/kid-of-another.jwt", false, "The key id is another's.", TestKeys.BodyB, () => SignedStatement.Write(Type, Claims, TestKeys.BodyB.Id, false, SignedStatement.Sign(Type, Claims, TestKeys.BodyA.Issuer()))),
        new("refused/stranger.jwt", false, "By a key that is in no set.", TestKeys.BodyA, () => Token(TestKeys.Stranger, true)),
        new("refused/other-type.jwt", false, "Well signed, but it states something else.", TestKeys.BodyA, () => SignedStatement.Write("other+jwt", Claims, TestKeys.BodyA.Id, true, SignedStatement.Sign("other+jwt", Claims, TestKeys.BodyA.Issuer()))),
        new("refused/two-parts.jwt", false, "The signature and its dot are missing.", TestKeys.BodyA, () => Token(TestKeys.BodyA, true) is var t ? t[..t.LastIndexOf('.')] : t),
    ];

    /// <summary>What the good ones say, in canonical form.</summary>
    public static string Said => """{"applies_from":"2026-01-15","awarded_from":"2024-01-01","counts_as":{"framework":"TPQI-2560","level":3,"unit":"ICT-QLIP-401B"},"decision":{"date":"2026-01-10","number":"สคช. ท. 7/2569","sha256":"""
        + $"\"{new string('7', 64)}\"" + """},"iat":1795831200,"iss":"https://ledger.example/issuers/TPQI","jti":"urn:uuid:b1000000-0000-4000-8000-000000000001","months":36,"organisation":"TPQI","qualification":{"body_en":"ICDL Foundation","body_th":"มูลนิธิไอซีดีแอล","title_en":"A \"certificate\" & more","title_th":"ใบรับรอง","version":"Essentials 1.0"}}""";

    private static JsonObject Claims => JsonNode.Parse(Said)!.AsObject();

    /// <summary>Writes the vectors afresh, with an index and the key set.</summary>
    public static void Rewrite()
    {
        var folder = Repository.Vectors("equivalence");
        if (!Repository.KeepsVectors && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var part in (string[])["good", "refused"]) Directory.CreateDirectory(Path.Combine(folder, part));
        foreach (var vector in All.Where(v => !File.Exists(Path.Combine(folder, v.File)))) File.WriteAllText(Path.Combine(folder, vector.File), vector.Make());
        Write("keys.json", new { keys = new[] { JwksOf.Key(TestKeys.BodyA), JwksOf.Key(TestKeys.BodyB) } });
        Write("index.json", All.Select(v => new { file = v.File, key = v.Key.Id, accepted = v.Accepted, why = v.Why }));

        void Write(string file, object content) => File.WriteAllText(Path.Combine(folder, file), JsonSerializer.Serialize(content, VectorIndex.Options) + "\n");
    }

    private static string Token(TestKey key, bool curve) => SignedStatement.Write(Type, Claims, key.Id, curve, SignedStatement.Sign(Type, Claims, key.Issuer()));

    private static string Changed(int part, string json)
    {
        var parts = Token(TestKeys.BodyA, true).Split('.');
        parts[part] = Encoded(json);
        return string.Join('.', parts);
    }

    private static string ByPublicKey()
    {
        var input = $"{Encoded($$"""{"alg":"HS256","kid":"{{TestKeys.BodyA.Id}}","typ":"{{Type}}"}""")}.{Encoded(Said)}";
        return $"{input}.{Base64Url.EncodeToString(HMACSHA256.HashData(TestKeys.BodyA.Certificate.PublicKey.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(input)))}";
    }

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
