namespace CredentialLedger.Api.Tests.Rig;

/// <summary>A running ledger that holds the demo's agreement and the people named with it, and nothing else.</summary>
public sealed class FoundedLedger : IAsyncLifetime
{
    /// <summary>The parties' codes, in small letters, as the names of identities end.</summary>
    public static readonly string[] Parties = ["ocsc", "ega", "tpqi"];

    /// <summary>The host.</summary>
    public LedgerHost Host { get; } = new();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        await Host.FoundAsync();
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Host.DisposeAsync();

    /// <summary>PUT something as a coordinator.</summary>
    public Task<Answer> ProposeAsync(string party, string kind, Guid id, object body) => Host.PutAsync($"coordinator-{party}", $"/api/agreement/{kind}/{id}", body);

    /// <summary>Sign a proposal as a representative.</summary>
    public Task<Answer> SignAsync(string party, Guid proposal) => Host.PostAsync($"representative-{party}", $"/api/agreement/proposals/{proposal}/signature");

    /// <summary>All three sign; the third signature brings the effect with it.</summary>
    public async Task SignAllAsync(Guid proposal)
    {
        (await SignAsync("tpqi", proposal)).ShouldRecord(1);
        (await SignAsync("ocsc", proposal)).ShouldRecord(1);
        (await SignAsync("ega", proposal)).ShouldRecord(2);
    }

    /// <summary>Register a synthetic person of that number, under a random id.</summary>
    public async Task<Guid> PersonAsync(int number)
    {
        var id = Guid.NewGuid();
        (await Host.PutAsync("hr-officer", $"/api/people/{id}", DemoLedger.Person(number))).ShouldRecord(1);
        return id;
    }

    /// <summary>A proposal that was done, repeated, refused as another one, and forbidden to whoever does not coordinate.</summary>
    public async Task<Guid> ProposesOnceAsync(string kind, object body, object other)
    {
        var id = Guid.NewGuid();
        (await Host.PutAsync("hr-officer", $"/api/agreement/{kind}/{id}", body)).ShouldRefuse(403, "identity.duty-missing");
        (await ProposeAsync("ocsc", kind, id, body)).ShouldRecord(1);
        (await ProposeAsync("ocsc", kind, id, body)).ShouldRecord(0);
        (await ProposeAsync("ocsc", kind, id, other)).ShouldRefuse(409, "proposal.already-proposed");
        return id;
    }
}
