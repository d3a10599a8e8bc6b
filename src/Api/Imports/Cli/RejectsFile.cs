using System.Globalization;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Imports.Csv;
using CsvHelper;

namespace CredentialLedger.Api.Imports.Cli;

/// <summary>
/// The refused rows of one import, each after its line, column, code and reasons, to be corrected and imported again. It holds personal
/// data: only its owner can read it. It takes its name when the import is over, at once and whole; without refused rows there is none.
/// </summary>
public sealed class RejectsFile : IAsyncDisposable
{
    private readonly string path, draft;
    private readonly Layout layout;
    private readonly FileStream stream;
    private readonly CsvWriter writer;
    private bool any, completed;

    /// <summary>Begin the file beside its final place.</summary>
    /// <exception cref="IOException">It cannot be written, or another import is writing it.</exception>
    public RejectsFile(string path, Layout layout)
    {
        (this.path, this.layout, draft) = (path, layout, path + ".part");
        // What a killed import left may be overwritten; what another one holds open may not, which FileShare.None sees to.
        stream = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.None,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        File.SetUnixFileMode(stream.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        stream.SetLength(0);
        writer = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true, ValidateFieldCount = false }, leaveOpen: true);
        foreach (var name in RejectColumns.All) writer.WriteField(name);
        foreach (var header in Own(layout.Headers)) writer.WriteField(header);
        writer.EndRecord();
    }

    /// <summary>Write a refused row.</summary>
    public void Add(RowRefused refused)
    {
        any = true;
        var (fault, code) = (refused.Fault, refused.Fault.Why.Code);
        writer.WriteField(fault.Line.ToString(CultureInfo.InvariantCulture));
        writer.WriteField(RejectColumns.Escape(fault.Column ?? ""));
        writer.WriteField(fault.Number?.ToString(CultureInfo.InvariantCulture) ?? "");
        writer.WriteField(code);
        writer.WriteField(Sentences.Thai(code));
        writer.WriteField(Sentences.English(code));
        // Escaped once, however often a row is refused.
        foreach (var value in Own(refused.Row.Values)) writer.WriteField(RejectColumns.Escape(layout.FromRejects ? RejectColumns.Unescape(value) : value));
        writer.EndRecord();
    }

    /// <summary>The import is over: put the file in its place, or take an older one away.</summary>
    public void Complete()
    {
        writer.Flush();
        stream.Flush(flushToDisk: true);
        completed = any;
        if (any) File.Move(draft, path, overwrite: true);
        else File.Delete(path);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        if (!completed) File.Delete(draft);
        await stream.DisposeAsync();
    }

    // An imported rejects file has the first columns already.
    private IEnumerable<string> Own(IEnumerable<string> cells) => cells.Where((_, place) => layout.IsOwn(place));
}
