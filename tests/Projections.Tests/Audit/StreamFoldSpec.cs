using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Tests.Storage;

namespace CredentialLedger.Projections.Tests.Audit;

/// <summary>What no decider can have left in a stream is found where it shows.</summary>
public sealed class StreamFoldSpec
{
    private static readonly Recorded
        Recorded_ = CorpusRow.Load("completion-recorded.v1").ToStored().Read(),
        Annulled = CorpusRow.Load("completion-annulled.v1").ToStored().Read();

    private static DiscrepancyKind?[] Kinds(params Recorded[] events)
    {
        var fold = new StreamFold(new Dictionary<Guid, long> { [Recorded_.Stream] = 2 });
        return [.. events.Select(e => fold.Apply(e)?.Kind)];
    }

    [Fact]
    public void A_sound_stream_gives_nothing() => Kinds(Recorded_, Annulled).ShouldBe([null, null]);

    [Fact]
    public void An_event_that_cannot_be_the_first() => Kinds(Annulled with { Version = 1 }).ShouldBe([DiscrepancyKind.ImpossibleEvent]);

    [Fact]
    public void An_event_that_cannot_follow() => Kinds(Recorded_, Recorded_ with { Version = 2 }).ShouldBe([null, DiscrepancyKind.ImpossibleEvent]);

    [Fact]
    public void An_event_of_another_aggregate() =>
        Kinds(Recorded_, CorpusRow.Load("post-left.v1").ToStored().Read() with { Stream = Recorded_.Stream, Version = 2 }).ShouldBe([null, DiscrepancyKind.ImpossibleEvent]);

    [Fact]
    public void A_version_that_is_missing() => Kinds(Annulled).ShouldBe([DiscrepancyKind.MissingEvent]);

    [Fact]
    public void Of_a_broken_stream_only_the_first_thing_is_told() => Kinds(Annulled, Annulled with { Version = 3 }).ShouldBe([DiscrepancyKind.MissingEvent, null]);

    [Fact]
    public void An_event_after_the_last_that_the_table_of_streams_knows() =>
        Kinds(Recorded_, Annulled, Annulled with { Version = 3 }).ShouldBe([null, null, DiscrepancyKind.MissingEvent]);
}
