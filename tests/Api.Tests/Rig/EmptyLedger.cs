namespace CredentialLedger.Api.Tests.Rig;

/// <summary>A running ledger that nobody founded.</summary>
public sealed class EmptyLedger : IAsyncLifetime
{
    /// <summary>The host.</summary>
    public LedgerHost Host { get; } = new(Prepared.Empty);

    /// <inheritdoc/>
    public Task InitializeAsync() => Host.InitializeAsync();

    /// <inheritdoc/>
    public Task DisposeAsync() => Host.DisposeAsync();
}
