using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.SignIn;

/// <summary>A provider that changes its keys, or does not answer.</summary>
public sealed class ProviderTests : IAsyncLifetime
{
    private readonly FakeProviderLedger ledger = new();

    public Task InitializeAsync() => ledger.InitializeAsync();

    public Task DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task A_new_key_is_found_and_a_withdrawn_one_forgotten()
    {
        (await ledger.PutAsync(ledger.Provider.Token())).Status.ShouldBe(201);
        var before = ledger.Provider.Token();
        ledger.Provider.Keys.Add(FakeProvider.NewKey("two"));
        var after = ledger.Provider.Token();
        await Eventually.BeAsync(async () => (await ledger.PutAsync(after)).Status, 201);
        (await ledger.PutAsync(before)).Status.ShouldBe(201, "both keys are published");

        ledger.Provider.Keys.RemoveAt(0);
        ledger.Provider.Keys.Add(FakeProvider.NewKey("three"));
        await Eventually.BeAsync(async () => (await ledger.PutAsync(ledger.Provider.Token())).Status, 201);
        await Eventually.BeAsync(async () => (await ledger.PutAsync(before)).Status, 401);
        (await ledger.PutAsync(after)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_told_apart_from_a_bad_token()
    {
        ledger.Provider.Answers = false;
        var (status, text, _) = await ledger.PutAsync(ledger.Provider.Token());
        status.ShouldBe(503, text);
        text.ShouldContain("identity.provider-unreachable");
    }
}
