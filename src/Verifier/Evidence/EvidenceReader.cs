using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Verifier.Evidence;

/// <summary>Reads a bundle strictly, step by step in the order of docs/formats/evidence.md; each step throws the first defect.</summary>
internal static class EvidenceReader
{
    /// <summary>Most bytes of a member that is neither the events nor encrypted.</summary>
    private const int MaxMember = 8 * 1024 * 1024;

    /// <summary>The members by name, in their order.</summary>
    public static List<(string Name, ReadOnlyMemory<byte> Content)> Members(ReadOnlyMemory<byte> file)
    {
        if (file.Length > EvidenceBundle.MaxLength) throw new EvidenceException(EvidenceCodes.TooLarge);
        var members = StoredZip.Read(file) ?? throw new EvidenceException(EvidenceCodes.Container);
        if (members[0].Name != EvidenceMembers.Manifest) throw new EvidenceException(EvidenceCodes.MemberMissing, EvidenceMembers.Manifest);
        var seen = new HashSet<string>(StringComparer.Ordinal) { EvidenceMembers.Manifest };
        for (var i = 1; i < members.Count; i++)
        {
            if (!seen.Add(members[i].Name)) throw new EvidenceException(EvidenceCodes.MemberTwice, members[i].Name);
            // The name itself is not shown: it may be anything.
            if (!EvidenceMembers.IsName(members[i].Name)) throw new EvidenceException(EvidenceCodes.MemberName, i + 1);
            if (i > 1 && string.CompareOrdinal(members[i - 1].Name, members[i].Name) > 0) throw new EvidenceException(EvidenceCodes.MemberOrder, members[i].Name);
        }
        if (EvidenceMembers.Needed.FirstOrDefault(needed => !seen.Contains(needed)) is { } missing) throw new EvidenceException(EvidenceCodes.MemberMissing, missing);
        return members.All(m => m.Name == EvidenceMembers.Events || EvidenceMembers.IsEncrypted(m.Name) || m.Content.Length <= MaxMember) ? members : throw new EvidenceException(EvidenceCodes.TooLarge);
    }

    /// <summary>The manifest, once it names exactly these members by what is in them.</summary>
    public static EvidenceManifest Manifest(List<(string Name, ReadOnlyMemory<byte> Content)> members)
    {
        var manifest = EvidenceManifest.Parse(members[0].Content);
        if (!manifest.Members.Select(m => m.Name).SequenceEqual(members.Skip(1).Select(m => m.Name))) throw new EvidenceException(EvidenceCodes.ManifestMembers);
        foreach (var ((name, hash), (_, content)) in manifest.Members.Zip(members.Skip(1)))
            if (EvidenceBundle.Hash(content.Span) != hash) throw new EvidenceException(EvidenceCodes.MemberHash, name);
        return manifest;
    }

    /// <summary>The events, each opened; what they are proven by is not yet looked at.</summary>
    public static List<EvidenceEvent> Events(ReadOnlyMemory<byte> lines, EvidenceManifest manifest)
    {
        var events = new List<EvidenceEvent>();
        var seen = new HashSet<Guid>();
        for (var at = 0; at < lines.Length;)
        {
            var length = lines.Span[at..].IndexOf((byte)'\n');
            if (length < 0) throw new EvidenceException(EvidenceCodes.EventFormat);
            var read = EvidenceEvent.Parse(lines.Slice(at, length));
            read.Opening.Entry();
            if (!seen.Add(read.Opening.Envelope.Event)) throw new EvidenceException(EvidenceCodes.EventTwice, read.Opening.Envelope.Event);
            if (events is [.., var last] && !Follows(last, read)) throw new EvidenceException(EvidenceCodes.EventOrder, read.Opening.Envelope.Event);
            events.Add(read);
            at += length + 1;
        }
        return events.Count == manifest.Events ? events : throw new EvidenceException(EvidenceCodes.EventCount, events.Count, manifest.Events);
    }

    /// <summary>The checkpoints by size; what signed them is not yet looked at.</summary>
    public static Dictionary<long, SignedNote> Checkpoints(List<(string Name, ReadOnlyMemory<byte> Content)> members)
    {
        var checkpoints = new Dictionary<long, SignedNote>();
        foreach (var (name, content) in members.Where(m => m.Name.StartsWith("checkpoints/", StringComparison.Ordinal)))
        {
            var note = SignedNote.Parse(content.Span);
            var size = Checkpoint.Parse(note.Text).Size;
            if (EvidenceMembers.Checkpoint(size) != name) throw new EvidenceException(EvidenceCodes.CheckpointSize, name, size);
            checkpoints.Add(size, note);
        }
        return checkpoints;
    }

    private static bool Follows(EvidenceEvent last, EvidenceEvent next) => (last.Place, next.Place) switch
    {
        (null, null) => last.Opening.Envelope.Event.CompareTo(next.Opening.Envelope.Event) < 0,
        ({ } before, { } now) => before.Index < now.Index,
        _ => next.Place is null,
    };
}
