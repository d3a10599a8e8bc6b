using CredentialLedger.Projections;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Api.AsOf;

/// <summary>What has become known since a moment about the same day, told apart from what was known then (design.md, section 6).</summary>
/// <param name="KnownAt">The moment of this answer: what is recorded up to it counts.</param>
/// <param name="Sequence">Place in the ledger of the last event that was taken into account.</param>
/// <param name="Answer">The answer about the same day by what is known now.</param>
/// <param name="Events">The later events that changed the answer, in the order of recording.</param>
public sealed record KnownSince<TAnswer>(DateTimeOffset KnownAt, long Sequence, TAnswer Answer, IReadOnlyList<LaterEvent> Events);

/// <summary>One event that was recorded after the moment that was asked for.</summary>
/// <param name="Sequence">Place in the ledger.</param>
/// <param name="Recorded">When it was recorded.</param>
/// <param name="Type">Stored name of the event type.</param>
/// <param name="Code">Stable code of what it means for the answer.</param>
/// <param name="SentenceTh">That, in Thai.</param>
/// <param name="SentenceEn">That, in English.</param>
public sealed record LaterEvent(long Sequence, DateTimeOffset Recorded, string Type, string Code, string SentenceTh, string SentenceEn)
{
    /// <summary>An event as it is told.</summary>
    public static LaterEvent Of(Recorded e)
    {
        var type = EventCatalogue.NameOf(e.Data);
        var code = AsOfWords.Has($"since.{type}") ? $"since.{type}" : "since.other";
        return new(e.Sequence, e.At, type, code, AsOfWords.Thai(code), AsOfWords.English(code));
    }
}

/// <summary>Tells what has become known since.</summary>
public static class Since
{
    /// <summary>What has become known of a row, or of a state, since the moment that was asked for; null when none was.</summary>
    /// <param name="hindsight">The row then and since; null when no moment was asked for.</param>
    /// <param name="now">The moment of asking.</param>
    /// <param name="judge">Makes the answer from a row; answers compare by content.</param>
    public static KnownSince<TAnswer>? Tell<T, TAnswer>(this Hindsight<T>? hindsight, DateTimeOffset now, Func<T?, TAnswer> judge) where T : class =>
        hindsight is null ? null : new(now, hindsight.LastSequence, judge(hindsight.Now), [.. hindsight.Changes(judge).Select(LaterEvent.Of)]);
}
