using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Privacy;

/// <summary>A request to erase a person's data, perhaps decided; part of what is remembered of the person.</summary>
public sealed record Erasure(ErasureRequested Requested, ErasureRefused? Refused, ErasureGranted? Granted)
{
    /// <summary>Days in which a request is to be decided and carried out.</summary>
    public const int Days = 90;

    /// <summary>The person has no request of that id.</summary>
    public static readonly Rejection Missing = new("erasure.missing", RejectionKind.Missing, "erasure");

    /// <summary>Who asked for it, or whose data it is, does not decide.</summary>
    public static readonly Rejection OwnMatter = new("erasure.own-matter", RejectionKind.Forbidden);

    /// <summary>It was decided before, otherwise or by someone else.</summary>
    public static readonly Rejection AlreadyDecided = new("erasure.already-decided", RejectionKind.Conflict);

    /// <summary>Whether nobody has decided yet.</summary>
    public bool IsOpen => Refused is null && Granted is null;

    /// <summary>Why this actor cannot decide on that request; null when they can.</summary>
    internal static Rejection? Refusal(Person person, Erasure erasure, Actor by) =>
        by.Person == person.Id || by.Person == erasure.Requested.RequestedBy ? OwnMatter
        : erasure.IsOpen ? null
        : person.IsErased ? Person.Erased : AlreadyDecided;
}
