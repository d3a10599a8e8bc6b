using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>Something in the ledger's events that an auditor should look at. It is a lead: what happened may have been proper.</summary>
/// <param name="Rule">Code of the rule that found it.</param>
/// <param name="Severity">How much it matters if it was not proper.</param>
/// <param name="Persons">Whom it is about, the one whose acts are in question first.</param>
/// <param name="Shows">The events by which it shows: its id follows from them, so that finding it again gives the same one.</param>
/// <param name="Reaches">What else hangs on it, which may grow: the rest of a burst, everything that an examiner touched.</param>
/// <param name="Values">What its sentence is filled in with: numbers, ids, codes, days, moments and <see cref="Word"/>s.</param>
public sealed record Finding(string Rule, Severity Severity, IReadOnlyList<Guid> Persons, IReadOnlyList<Shown> Shows, IReadOnlyList<Shown> Reaches, IReadOnlyList<object> Values)
{
    /// <summary>Its id, and the stream of its review.</summary>
    public Guid Id { get; } = Ids.Derive("finding", [Rule, .. Shows.Select(s => s.Event.Key())]);

    /// <summary>The last of the events by which it shows.</summary>
    public Shown Last { get; } = Shows.MaxBy(s => s.Sequence)!;

    /// <summary>Whom it is about, and who acted in any of its events: none of them reviews it.</summary>
    public IEnumerable<Guid> Concerned => Persons.Concat(Shows.Concat(Reaches).Select(s => s.By)).Distinct();
}

/// <summary>An event that a finding names.</summary>
/// <param name="Event">The event's id.</param>
/// <param name="Sequence">Its place in the ledger.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Type">Its stored name.</param>
/// <param name="Recorded">When it was recorded.</param>
/// <param name="By">Who acted.</param>
/// <param name="Note">How what it recorded stands by the last event that was read: <c>valid</c>, <c>revoked</c> ...; null where that is no matter.</param>
public sealed record Shown(Guid Event, long Sequence, Guid Stream, string Type, DateTimeOffset Recorded, Guid By, string? Note = null)
{
    /// <summary>What a finding says of an event.</summary>
    public static Shown Of(Seen e) => new(e.Id, e.Sequence, e.Stream, EventCatalogue.NameOf(e.Data), e.At, e.By.Person);
}

/// <summary>A word in a finding's sentence, which each language has its own for.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Score">A score in hundredths of the possible points that it is filled in with, or null.</param>
public sealed record Word(string Code, int? Score = null);

/// <summary>How much a finding matters if what happened was not proper.</summary>
public enum Severity
{
    /// <summary>Worth a look when there are many.</summary>
    [JsonStringEnumMemberName("low")] Low,

    /// <summary>Worth a look.</summary>
    [JsonStringEnumMemberName("medium")] Medium,

    /// <summary>Somebody has to explain it.</summary>
    [JsonStringEnumMemberName("high")] High,
}
