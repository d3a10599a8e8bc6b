using System.Text;
using System.Text.Json;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Api.Governance;

/// <summary>What a ledger is founded from: the agreement, its parties and mandates, and the first people.</summary>
public sealed record FoundingFile(AgreementPart Agreement, ValueList<PartyNamed> Parties, ValueList<Mandate> Mandates, ValueList<FoundingPerson> People)
{
    /// <summary>Longest file and text, in bytes.</summary>
    public const int MaxLength = 4 * 1024 * 1024;

    private static readonly JsonSerializerOptions Options = Strict();

    /// <summary>Read the file and the text that it names.</summary>
    /// <exception cref="FoundingProblem">It cannot be read.</exception>
    public static (FoundingFile File, string TextSha256) Read(string path)
    {
        var bytes = Bytes(path);
        try
        {
            var file = JsonSerializer.Deserialize<FoundingFile>(bytes, Options) ?? throw new FoundingProblem(FoundingProblem.Unreadable, path);
            var text = Bytes(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, file.Agreement.Text));
            return (file, TextDigest.Of(text));
        }
        catch (JsonException e)
        {
            throw new FoundingProblem(FoundingProblem.Unreadable, $"{path}:{e.LineNumber + 1}:{e.BytePositionInLine + 1}");
        }
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            if (new FileInfo(path).Length is var length && length is 0 or > MaxLength) throw new FoundingProblem(FoundingProblem.BadFile, path);
            var bytes = File.ReadAllBytes(path);
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new FoundingProblem(FoundingProblem.BadFile, path);
        }
    }

    private static JsonSerializerOptions Strict()
    {
        var options = new JsonSerializerOptions();
        ApiJson.Configure(options);
        return options;
    }
}

/// <summary>The agreement itself.</summary>
/// <param name="TitleTh">Official title in Thai.</param>
/// <param name="TitleEn">Title in English.</param>
/// <param name="SignedOn">Day of signature.</param>
/// <param name="Text">File with the signed text, beside the founding file.</param>
/// <param name="TextSha256">The text's digest, if somebody states it.</param>
public sealed record AgreementPart(string TitleTh, string TitleEn, DateOnly SignedOn, string Text, string? TextSha256 = null);

/// <summary>Somebody whom the ledger knows from its first moment: a representative, the first registrar.</summary>
public sealed record FoundingPerson(Guid Id, PersonName Name, string NationalId, Personnel Personnel, bool Synthetic = false);
