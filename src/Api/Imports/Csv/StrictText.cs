using System.Buffers;
using System.Text;

namespace CredentialLedger.Api.Imports.Csv;

/// <summary>
/// A file as UTF-8: what precedes a byte that its encoding does not have is given out, then that byte ends it with its line and
/// column. Nothing is ever replaced by another character.
/// </summary>
public sealed class StrictText(Stream source, Charset charset) : Stream
{
    private readonly byte[] raw = new byte[32 * 1024];
    private readonly ArrayBufferWriter<byte> text = new(96 * 1024);
    private int given, carried;
    private long line = 1, column = 1;
    private bool afterReturn, ended;
    private UnreadableException? refused;

    /// <inheritdoc/>
    /// <exception cref="UnreadableException">The next byte is none of the encoding's.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken token = default)
    {
        while (given == text.WrittenCount)
        {
            if (refused is not null) throw refused;
            if (ended) return 0;
            Take(await source.ReadAsync(raw.AsMemory(carried), token));
        }
        var count = Math.Min(buffer.Length, text.WrittenCount - given);
        text.WrittenSpan.Slice(given, count).CopyTo(buffer.Span);
        given += count;
        return count;
    }

    private void Take(int read)
    {
        text.ResetWrittenCount();
        given = 0;
        ended = read == 0;
        var rest = raw.AsSpan(0, carried + read);
        while (refused is null && !rest.IsEmpty)
        {
            var (used, enough) = charset.SingleByte ? (TakeByte(rest[0]), true) : TakeRune(rest);
            if (!enough) break;
            rest = rest[used..];
        }
        rest.CopyTo(raw);
        carried = rest.Length;
    }

    private int TakeByte(byte single)
    {
        if (charset.Utf8Of(single) is { } utf8) Give(utf8, (char)single);
        else Refuse();
        return 1;
    }

    private (int Used, bool Enough) TakeRune(ReadOnlySpan<byte> bytes)
    {
        var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
        if (status is OperationStatus.NeedMoreData && !ended) return (0, false);
        if (status is OperationStatus.Done) Give(bytes[..used], rune.IsBmp ? (char)rune.Value : ' ');
        else Refuse();
        return (used, true);
    }

    private void Give(ReadOnlySpan<byte> utf8, char c)
    {
        text.Write(utf8);
        if (c is '\n' && afterReturn) column = 1;
        else if (c is '\n' or '\r') (line, column) = (line + 1, 1);
        else if (c is not '\uFEFF') column++;
        afterReturn = c is '\r';
    }

    private void Refuse() => refused = new(new Fault(charset.Refused, line, (int)column));

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
