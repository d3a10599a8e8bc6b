using System.Runtime.CompilerServices;
using CredentialLedger.Domain.Kernel;
using CsvHelper;

namespace CredentialLedger.Api.Imports.Csv;

/// <summary>A CSV file (RFC 4180, comma, header) that is read row by row, never whole.</summary>
public sealed class CsvFile : IAsyncDisposable
{
    /// <summary>Largest row in bytes of UTF-8: an unclosed quote must not swallow a file.</summary>
    public const int MaxRow = 64 * 1024;

    private readonly CsvReader reader;
    private Rejection? broken;

    private CsvFile(Stream source, Charset charset)
    {
        reader = CsvReader.Create(new StrictText(source, charset), new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = MaxRow,
            BufferSize = MaxRow / 2,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = Note,
        }, leaveOpen: false);
    }

    /// <summary>The header.</summary>
    public Layout Layout { get; private set; } = null!;

    /// <summary>Read and understand the header.</summary>
    /// <exception cref="UnreadableException">There is none, or it is not one of this kind of file.</exception>
    public static async Task<CsvFile> Open(Stream source, Charset charset, ColumnSet columns, CancellationToken token)
    {
        var file = new CsvFile(source, charset);
        if (!await file.Next(token)) throw new UnreadableException(new(Unreadable.NoHeader, 1));
        if (file.broken is { } flaw) throw new UnreadableException(new(flaw, file.reader.LineNumber));
        file.Layout = Layout.Of(file.Fields(), columns, file.reader.LineNumber);
        return file;
    }

    /// <summary>The rows that hold anything.</summary>
    /// <exception cref="UnreadableException">The file cannot be read any further.</exception>
    public async IAsyncEnumerable<CsvRow> Rows([EnumeratorCancellation] CancellationToken token)
    {
        while (await Next(token))
        {
            var fields = Fields();
            if (fields.All(string.IsNullOrWhiteSpace)) continue;
            yield return new(reader.LineNumber, fields, Layout, broken ?? (fields.Length == Layout.Headers.Count ? null : BadRow.FieldCount));
        }
    }

    private async Task<bool> Next(CancellationToken token)
    {
        broken = null;
        var before = reader.LineNumber;
        try
        {
            var more = await reader.ReadAsync(token);
            if (broken == Unreadable.UnclosedQuote) throw new UnreadableException(new(broken, reader.LineNumber));
            return more;
        }
        catch (CsvFormatException e)
        {
            throw new UnreadableException(new(Unreadable.UnclosedQuote, Math.Max(e.LineNumber, before)));
        }
    }

    private void Note(CsvMalformedRecord record) =>
        broken = record.Reason is CsvMalformedReason.UnterminatedQuote ? Unreadable.UnclosedQuote : BadRow.Quotes;

    private string[] Fields()
    {
        var fields = new string[reader.FieldCount];
        for (var i = 0; i < fields.Length; i++) fields[i] = reader.GetString(i);
        return fields;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => reader.DisposeAsync();
}
