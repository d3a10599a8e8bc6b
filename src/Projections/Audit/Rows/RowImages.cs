using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Npgsql;

namespace CredentialLedger.Projections.Audit.Rows;

/// <summary>Reads the images of rows, in the order of their sequence, by PostgreSQL's binary COPY.</summary>
public static class RowImages
{
    private const int HeaderLength = 19; // signature of 11 bytes, flags, length of an extension that no server sends

    /// <summary>The rows that a condition on <c>e</c> selects.</summary>
    public static async IAsyncEnumerable<RowImage> Read(NpgsqlConnection connection, string where, [EnumeratorCancellation] CancellationToken token)
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync(
            $"copy (select {string.Join(", ", RowImage.Columns.Select(c => $"e.{c}"))} from {LedgerStore.Schema}.mt_events e where {where} order by e.seq_id) to stdout (format binary)", token);
        var (buffer, start, end) = (new byte[1 << 16], 0, 0);

        async Task<bool> Fill(int needed)
        {
            if (end - start >= needed) return true;
            if (buffer.Length < needed) Array.Resize(ref buffer, Math.Max(needed, buffer.Length * 2));
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            while (end < needed)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(end), token);
                if (read == 0) return false;
                end += read;
            }
            return true;
        }

        if (!await Fill(HeaderLength)) throw Torn();
        start += HeaderLength;
        while (await Fill(2) && BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(start)) is var fields && fields >= 0)
        {
            var length = 2;
            for (var i = 0; i < fields; i++)
            {
                if (!await Fill(length + 4)) throw Torn();
                length += 4 + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(start + length)));
            }
            if (!await Fill(length)) throw Torn();
            yield return new(buffer.AsSpan(start, length).ToArray());
            start += length;
        }
    }

    private static InvalidDataException Torn() => new("The rows end in the middle of one.");
}
