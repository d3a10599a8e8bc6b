using System.Text;

namespace CredentialLedger.Api.Imports.Csv;

/// <summary>The encoding of an imported file: stated by whoever imports it, never guessed.</summary>
public sealed class Charset
{
    private const char FirstPrivateUse = '\uE000', LastPrivateUse = '\uF8FF';

    /// <summary>UTF-8, with or without a byte order mark.</summary>
    public static readonly Charset Utf8 = new("utf-8", null, Unreadable.NotUtf8);

    /// <summary>Windows-874, the Thai code page of older systems (a superset of TIS-620).</summary>
    public static readonly Charset Windows874 = new("windows-874", Table(874), Unreadable.NotWindows874);

    private readonly byte[]?[]? utf8;

    private Charset(string name, byte[]?[]? utf8, Domain.Kernel.Rejection refused) => (Name, this.utf8, Refused) = (name, utf8, refused);

    /// <summary>What the encoding is called in <c>--encoding</c> and <c>?encoding=</c>.</summary>
    public string Name { get; }

    /// <summary>What a byte that the encoding does not have is refused with.</summary>
    public Domain.Kernel.Rejection Refused { get; }

    /// <summary>Whether every byte is a character of its own.</summary>
    public bool SingleByte => utf8 is not null;

    /// <summary>The encoding of that name, UTF-8 when none is stated; null for one that is not read here.</summary>
    public static Charset? Find(string? name) =>
        string.IsNullOrEmpty(name) ? Utf8 : new[] { Utf8, Windows874 }.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The UTF-8 form of a byte of a single-byte encoding; null when the encoding does not have it.</summary>
    public byte[]? Utf8Of(byte single) => utf8![single];

    private static byte[]?[] Table(int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(codePage);
        return [.. Enumerable.Range(0, 256).Select(b => encoding.GetString([(byte)b])).Select((text, b) => Has(b, text[0]) ? Encoding.UTF8.GetBytes(text) : null)];
    }

    // The framework's table gives bytes that the code page leaves open a control character or a private one: they are no text.
    private static bool Has(int b, char c) => b < 0x80 || (!char.IsControl(c) && c is not (>= FirstPrivateUse and <= LastPrivateUse) and not '\uFFFD');
}
