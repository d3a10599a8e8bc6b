using System.Buffers;
using System.IO.Pipelines;

namespace CredentialLedger.Api.Verification;

/// <summary>The lines of a batch, one at a time, so that no more than one document is held: blank ones are left out, and of one that is too long only its number is told.</summary>
public static class BatchLines
{
    /// <summary>Longest line in bytes: the largest document in base64, and room for its members.</summary>
    public const int MaxLine = (Upload.MaxLength + 2) / 3 * 4 + 4096;

    /// <summary>Each line with its number, from 1; null for one that is longer than <see cref="MaxLine"/>.</summary>
    public static async IAsyncEnumerable<(int Number, byte[]? Line)> Read(PipeReader body, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        var (number, skipping, held) = (1, false, default(SequencePosition?));
        try
        {
            while (true)
            {
                var read = await body.ReadAsync(token);
                var rest = read.Buffer;
                held = rest.End;
                while (rest.PositionOf((byte)'\n') is { } end)
                {
                    var line = rest.Slice(0, end);
                    if (skipping || line.Length > MaxLine) yield return (number, null);
                    else if (!IsBlank(line)) yield return (number, line.ToArray());
                    (rest, skipping, number) = (rest.Slice(rest.GetPosition(1, end)), false, number + 1);
                }
                if (read.IsCompleted)
                {
                    if (skipping || rest.Length > MaxLine) yield return (number, null);
                    else if (!IsBlank(rest)) yield return (number, rest.ToArray());
                    yield break;
                }
                if (rest.Length > MaxLine) (rest, skipping) = (rest.Slice(rest.End), true);
                body.AdvanceTo(rest.Start, rest.End);
                held = null;
            }
        }
        finally
        {
            // Whoever stops in the middle leaves the body as the server can drain it.
            if (held is { } all) body.AdvanceTo(all);
        }
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var part in line)
            if (part.Span.ContainsAnyExcept(" \t\r"u8)) return false;
        return true;
    }
}
