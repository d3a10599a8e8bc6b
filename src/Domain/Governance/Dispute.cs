using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>A difficulty that the three parties consider together until it is settled (clause 10, row R-DISPUTE).</summary>
/// <param name="Raised">How it began.</param>
/// <param name="Views">How the parties see it, each once.</param>
/// <param name="Settled">How it ended; null while it lasts.</param>
public sealed record Dispute(DisputeRaised Raised, ValueList<DisputeConsidered> Views, DisputeSettled? Settled)
{
    /// <summary>No dispute with that id was raised.</summary>
    public static readonly Rejection Missing = new("dispute.missing", RejectionKind.Missing, "dispute");

    /// <summary>The dispute was settled.</summary>
    public static readonly Rejection Over = new("dispute.settled", RejectionKind.Conflict, "dispute");

    /// <summary>A title is one plain line, a text plain lines.</summary>
    public static readonly Rejection BadText = new("dispute.bad-text", RejectionKind.Invalid, "text");

    /// <summary>Its id.</summary>
    public Guid Id => Raised.Dispute;
}
