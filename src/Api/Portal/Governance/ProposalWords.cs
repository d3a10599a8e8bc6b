using CredentialLedger.Domain.Governance;

namespace CredentialLedger.Api.Portal.Governance;

/// <summary>What is proposed, and how it stands, in words.</summary>
internal static class ProposalWords
{
    /// <summary>What it would do, in one line.</summary>
    public static string Title(Language language, Visitor visitor, IProposed content) => content switch
    {
        AmendmentProposed => language["proposals.amendment"],
        TerminationProposed { EndsOn: { } end } => language["proposals.termination-on", language.Of(end)],
        TerminationProposed => language["proposals.termination"],
        SuccessionProposed s => language["proposals.succession", Party(language, visitor, s.Former), language.Of(s.NameTh, s.NameEn)],
        AuditorProposed => language["proposals.auditor"],
        AuditorDismissalProposed => language["proposals.auditor-dismissal"],
        ArrangementProposed { Cost: not null } => language["proposals.arrangement-cost"],
        ArrangementProposed => language["proposals.arrangement-work"],
        _ => language["proposals.settlement"],
    };

    /// <summary>How far it has come.</summary>
    public static string Standing(Language language, Proposal proposal) =>
        proposal.Effect is not null ? language["proposals.in-effect"]
        : proposal.WithdrawnBy is not null ? language["proposals.withdrawn"]
        : language["proposals.open", proposal.Signatures.Count, Proposal.Needed];

    /// <summary>A party's name.</summary>
    public static string Party(Language language, Visitor visitor, string code)
    {
        var (th, en) = visitor.NameOf(code);
        return language.Of(th, en);
    }
}
