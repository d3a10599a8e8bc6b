using CredentialLedger.Api.Governance;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.Governance;

/// <summary>Where a coordinator proposes to change the agreement: a text to annex, and what it does to up to three mandates.</summary>
public sealed partial class NewAmendmentPage
{
    private const int Changes = 3;

    /// <summary>What was entered before a refusal.</summary>
    [Parameter] public Entered Entered { get; set; } = Entered.Nothing;

    /// <summary>Why it was refused.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    private string For => Visitor.For(Duties.Coordinate)[0];

    /// <summary>Show it.</summary>
    [Gives<ProposeAmendment>]
    public static Task<IResult> Get(Pages pages) => pages.Show<NewAmendmentPage>();

    /// <summary>Propose it.</summary>
    [Gives<ProposeAmendment>, Form]
    public static async Task<IResult> Propose(HttpContext http, Pages pages, Recorder recorder, CancellationToken token)
    {
        var entered = await Entered.In(http);
        var id = entered.Id("proposal") ?? Guid.Empty;
        var changes = Enumerable.Range(1, Changes).Where(n => Begun(entered, n)).Select(n => ChangeIn(entered, n)).ToArray();
        var recorded = id == Guid.Empty || changes.Contains(null) ? Entered.Refuse()
            // Browsers send line breaks as CR LF; the text that is annexed has line feeds.
            : ProposeAmendmentEndpoint.Put(id, new(entered.Text("text").ReplaceLineEndings("\n"), [.. changes.Select(change => change!)]), recorder, token);
        return await pages.Done(recorded, $"/proposals/{id}", "proposals.was-proposed",
            refused => pages.Show<NewAmendmentPage>(new() { [nameof(Entered)] = entered, [nameof(Refused)] = refused }, refused.Status));
    }

    // The kind of a change is always sent. What was entered beside a missing clause would be lost without a word.
    private static bool Begun(Entered entered, int n) => new[] { "clause", "party", "th", "en" }.Any(field => entered.Text($"{field}-{n}").Length > 0);

    private static ProposeAmendmentEndpoint.MandateChangeBody? ChangeIn(Entered entered, int n)
    {
        string? Or(string field) => entered.Text($"{field}-{n}") is { Length: > 0 } text ? text : null;
        return Or("clause") is { } clause && entered.Choice<Change>($"change-{n}") is { } change ? new(clause, change, Or("party"), Or("th"), Or("en")) : null;
    }
}
