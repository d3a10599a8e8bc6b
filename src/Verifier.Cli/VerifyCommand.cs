using System.Globalization;
using System.Text;

namespace CredentialLedger.Verifier.Cli;

/// <summary>What was asked on the command line.</summary>
internal sealed record VerifyRequest(string File, string Trust, string[] Status, string? At, string? MaxStatusAge, bool Json, Language Language);

/// <summary>Reads the files, asks the library, writes the answer.</summary>
internal static class VerifyCommand
{
    // One byte more than the library takes, so that it says itself what is too large.
    private const int MaxDocument = 1024 * 1024 + 1, MaxStatus = 12 * 1024 * 1024 + 1;

    public static int Run(VerifyRequest request, TextWriter output, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var at = request.At is null ? now : AtMoment.Parse(request.At, now) ?? throw new WrongUseException("bad-at", request.At);
        TimeSpan? oldest = request.MaxStatusAge is null ? null : Age(request.MaxStatusAge) ?? throw new WrongUseException("bad-age", request.MaxStatusAge);
        var trust = InputFiles.Trust(request.Trust, clock);
        var document = InputFiles.Read(request.File, MaxDocument);
        ReadOnlyMemory<byte>? status = Status() is { } lists ? lists : null;
        var verdict = CredentialLedger.Verifier.Verify.Document(document, trust, status, at, now);
        if (oldest is { } age && status is { } read) verdict = CredentialLedger.Verifier.Verify.WithStatusNoOlder(verdict, read, age);
        var since = status is { } list ? CredentialLedger.Verifier.Verify.KnownSince(verdict, list, trust, now) : null;
        if (request.Json) output.WriteLine(Encoding.UTF8.GetString(verdict.ToJson(since)));
        else output.Write(Report.Of(verdict, since, request.Language));
        return ExitCode.Of(verdict.Overall);

        byte[]? Status() => request.Status.Length > 0 ? Lines([.. request.Status.Select(path => InputFiles.Read(path, MaxStatus))])
            : InputFiles.Snapshot(request.Trust) is { } snapshot && CredentialLedger.Verifier.Verify.Document(document, trust, null, at, now).Content is { } content ? snapshot.List(content.Status.List)
            : null;
    }

    // A whole number of minutes, hours or days, such as 90m, 24h or 7d.
    private static TimeSpan? Age(string text) => text.Length is < 2 or > 6 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? null : text[^1] switch
    {
        'm' => TimeSpan.FromMinutes(count),
        'h' => TimeSpan.FromHours(count),
        'd' => TimeSpan.FromDays(count),
        _ => null,
    };

    // The two bitstring lists are given to the library in one piece (docs/formats/status-list.md).
    private static byte[] Lines(byte[][] lists) => lists is [var one, var other] ? [.. one, (byte)'\n', .. other] : lists[0];
}
