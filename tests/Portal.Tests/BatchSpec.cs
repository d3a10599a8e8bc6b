using CredentialLedger.Api.Tests.Authority;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Portal.Tests.Rig;
using Microsoft.Playwright;

namespace CredentialLedger.Portal.Tests;

/// <summary>What becomes of a batch whose orderer leaves, and of one that is not wanted any more, in a browser.</summary>
[Collection(nameof(PortalSite))]
public sealed class BatchSpec(PortalSite site)
{
    private static async Task OrderAsync(Seat seat, params Guid[] decisions)
    {
        await seat.Page.GotoAsync("/certification");
        foreach (var decision in decisions) await seat.Page.Locator($"input[name='decision'][value='{decision}']").CheckAsync();
        await seat.SendAsync("Order the batch", "The batch was ordered.");
    }

    [Fact]
    public async Task A_colleague_takes_over_the_batch_of_one_who_left_and_withdraws_another()
    {
        Guid[] decisions = [await site.WaitingAsync(await site.PersonAsync(7301)), await site.WaitingAsync(await site.PersonAsync(7302))];
        var unwanted = await site.WaitingAsync(await site.PersonAsync(7303));
        var appointment = $"/api/appointments/{Guid.NewGuid()}";
        await site.CallAsync("head-digital", HttpMethod.Put, appointment, new { person = Organisations.Newcomer, duty = "issue-credentials" });
        await using var leaver = await Seat.OfAsync(site, "newcomer", 320);
        await using var colleague = await Seat.OfAsync(site, "issuer", 390);
        string batch;
        await using (await site.HoldBatchesAsync())
        {
            await OrderAsync(leaver, decisions);
            batch = new Uri(leaver.Page.Url).AbsolutePath;
            await leaver.ReadAsync("Under way");
            (await leaver.Page.GetByText("0 of 2 dealt with").CountAsync()).ShouldBe(1);
            (await leaver.Page.GetByRole(AriaRole.Button, new() { Name = "Take over" }).CountAsync()).ShouldBe(0);
            await leaver.Watched.ShouldBeGoodAsync();
            await site.CallAsync("head-digital", HttpMethod.Post, $"{appointment}/revocation", new { ground = "left" });
        }

        await colleague.FollowAsync("Issue credentials");
        await colleague.FollowAsync("Batches that were ordered");
        await colleague.Page.Locator($"a[href='{batch}']").ClickAsync();
        await colleague.ReadAsync("Resting");
        await colleague.Watched.ShouldBeGoodAsync();
        await colleague.SendAsync("Take over", "You took the batch over.");
        await Eventually.BeAsync(async () =>
        {
            await colleague.Page.GotoAsync(batch);
            return await colleague.Page.GetByRole(AriaRole.Heading, new() { Name = "Finished" }).CountAsync();
        }, 1);
        (await colleague.Page.GetByText("2 of 2 dealt with").CountAsync()).ShouldBe(1);
        (await colleague.Page.GetByText("Goes on in the name of").CountAsync()).ShouldBe(1);
        await colleague.Watched.ShouldBeGoodAsync();

        await using (await site.HoldBatchesAsync())
        {
            await OrderAsync(colleague, unwanted);
            await colleague.OpenAsync("Withdraw the batch");
            await colleague.Watched.ShouldBeGoodAsync();
            await colleague.SendAsync("Withdraw the batch", "The batch was withdrawn.");
        }
        await colleague.ReadAsync("Withdrawn");
        (await colleague.Page.GetByRole(AriaRole.Button, new() { Name = "Withdraw the batch" }).CountAsync()).ShouldBe(0);
        await colleague.Watched.ShouldBeGoodAsync();
        await colleague.Page.GotoAsync("/certification");
        (await colleague.Page.Locator($"input[name='decision'][value='{unwanted}']").CountAsync()).ShouldBe(1, "it waits as before");
    }
}
