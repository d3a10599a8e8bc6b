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
        var recorded = id == Guid.Empty ? Entered.Refuse()
            // Browsers send line breaks as CR LF; the text that is annexed has line feeds.
            : ProposeAmendmentEndpoint.Put(id, new(entered.Text("text").ReplaceLineEndings("\n"), [.. Enumerable.Range(1, Changes).Select(n => ChangeIn(entered, n)).OfType<ProposeAmendmentEndpoint.MandateChangeBody>()]), recorder, token);
        return await pages.Done(recorded, $"/proposals/{id}", "proposals.was-proposed",
            refused => pages.Show<NewAmendmentPage>(new() { [nameof(Entered)] = entered, [nameof(Refused)] = refused }, refused.Status));
    }

    private static ProposeAmendmentEndpoint.MandateChangeBody? ChangeIn(Entered entered, int n)
    {
        string? Or(string field) => entered.Text($"{field}-{n}") is { Length: > 0 } text ? text : null;
        return Or("clause") is { } clause && Enum.TryParse<Change>(Or("change"), out var change) ? new(clause, change, Or("party"), Or("th"), Or("en")) : null;
    }
}
