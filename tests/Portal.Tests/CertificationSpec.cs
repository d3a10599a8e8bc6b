using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Portal.Tests.Rig;
using Microsoft.Playwright;

namespace CredentialLedger.Portal.Tests;

/// <summary>What a certification body and a holder do about credentials in a browser.</summary>
[Collection(nameof(PortalSite))]
public sealed class CertificationSpec(PortalSite site)
{
    private Task<Seat> As(string persona, int width) => Seat.OfAsync(site, persona, width);

    private static Task SendAsync(Seat seat, string act, string said) => seat.SendAsync(act, said);

    [Fact]
    public async Task A_holder_is_given_notice_answers_is_revoked_and_appeals()
    {
        var credential = await site.IssueAsync(await site.WaitingAsync(DemoLedger.Trainee));
        await using var issuer = await As("issuer", 390);
        await using var revoker = await As("revoker", 1100);
        await using var holder = await As("holder-2", 320);

        await issuer.Page.GotoAsync($"/credentials/{credential}");
        await issuer.Page.GetByText("Give notice of revocation").First.ClickAsync();
        await issuer.Page.GetByLabel("Ground").First.SelectOptionAsync("Fraud");
        await issuer.Page.GetByLabel("What is held against the holder").FillAsync("The portfolio is somebody else’s work.");
        await SendAsync(issuer, "Give notice of revocation", "The holder was given notice.");

        await holder.Page.GotoAsync("/");
        await holder.Watched.ShouldBeGoodAsync();
        await holder.Page.GetByRole(AriaRole.Link, new() { Name = "Driver of the transition to digital government" }).ClickAsync();
        await holder.Page.GetByLabel("Your answer").FillAsync("It is mine.\nMy supervisor confirms it.");
        await SendAsync(holder, "Answer the notice", "Your answer was recorded.");

        await revoker.Page.GetByRole(AriaRole.Link, new() { Name = "Suspend and revoke" }).ClickAsync();
        await revoker.Watched.ShouldBeGoodAsync();
        await revoker.Page.Locator($"a[href='/credentials/{credential}']").ClickAsync();
        await revoker.Watched.ShouldBeGoodAsync();
        await revoker.Page.GetByLabel("The credential is revoked").CheckAsync();
        await revoker.Page.GetByLabel("Reasons").FillAsync("The author confirmed otherwise. You can appeal within fifteen days.");
        await SendAsync(revoker, "Decide on the notice", "The decision was recorded.");

        await holder.Page.GotoAsync($"/credentials/{credential}");
        await holder.Watched.ShouldBeGoodAsync();
        await holder.Page.GetByLabel("What you object").FillAsync("Nobody heard my supervisor.");
        await SendAsync(holder, "Appeal", "Your appeal was recorded.");
        await holder.Watched.ShouldBeCalmAsync();
    }

    [Fact]
    public async Task An_issuer_orders_a_batch_of_all_that_wait_and_looks_until_it_is_finished()
    {
        await site.WaitingAsync(await site.PersonAsync(7101));
        await using var issuer = await As("issuer", 1100);
        await issuer.Page.GetByRole(AriaRole.Link, new() { Name = "Issue credentials" }).ClickAsync();
        await issuer.Page.GetByRole(AriaRole.Link, new() { Name = "Choose all" }).ClickAsync();
        await issuer.Watched.ShouldBeGoodAsync();
        await SendAsync(issuer, "Order the batch", "The batch was ordered.");
        await Eventually.BeAsync(async () =>
        {
            var again = issuer.Page.GetByRole(AriaRole.Link, new() { Name = "See how far it is now" });
            if (await again.CountAsync() > 0) await again.ClickAsync();
            return await issuer.Page.GetByRole(AriaRole.Heading, new() { Name = "Finished" }).CountAsync();
        }, 1);
        await issuer.Watched.ShouldBeGoodAsync();
    }

    [Fact]
    public async Task A_registrar_records_a_name_and_an_issuer_replaces_the_credential()
    {
        var person = await site.PersonAsync(7201);
        var credential = await site.IssueAsync(await site.WaitingAsync(person));
        await using var registrar = await As("hr-officer", 390);
        await using var issuer = await As("issuer", 320);

        await registrar.Page.GetByRole(AriaRole.Link, new() { Name = "Change of name" }).ClickAsync();
        await registrar.Page.GetByLabel("Person").FillAsync(person.ToString());
        await registrar.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await registrar.Page.GetByLabel("New full name in Thai").FillAsync("นางทดสอบ ชื่อใหม่");
        await registrar.Page.GetByLabel("New full name in English").FillAsync("Renamed In A Browser");
        await registrar.Page.GetByLabel("Kind of evidence").SelectOptionAsync("CivilRegistration");
        await registrar.Page.GetByLabel("Reference in your files").FillAsync("ช.3/2569-78");
        await SendAsync(registrar, "Record the new name", "The new name was recorded. The bodies that issued credentials to this person can replace them now.");
        await registrar.Watched.ShouldBeGoodAsync();

        await issuer.Page.GotoAsync($"/credentials/{credential}");
        await issuer.Watched.ShouldBeGoodAsync();
        await SendAsync(issuer, "Replace after a change of name", "This credential took the place of the one with the former name.");
        await issuer.Page.GetByText("Renamed In A Browser").WaitForAsync();
        await issuer.Page.GetByRole(AriaRole.Heading, new() { Name = "In force until" }).WaitForAsync();
        await issuer.Page.GetByRole(AriaRole.Link, new() { Name = "It took the place of another credential" }).ClickAsync();
        await issuer.Page.GetByRole(AriaRole.Heading, new() { Name = "It counts no more: another credential took its place" }).WaitForAsync();
        await issuer.Watched.ShouldBeGoodAsync();
    }
}
