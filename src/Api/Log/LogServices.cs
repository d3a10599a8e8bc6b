using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;

namespace CredentialLedger.Api.Log;

/// <summary>What keeps the verifiable log growing and published.</summary>
public static class LogServices
{
    /// <summary>Register it.</summary>
    public static void AddVerifiableLog(this IServiceCollection services)
    {
        services.AddSingleton<Sequencer>().AddSingleton<LogPublisher>().AddSingleton<LogWatch>();
        services.AddSingleton(s => new TileFolder(Path.Combine(LedgerFolder.Of(s.GetRequiredService<IConfiguration>()), "log")));
        services.AddSingleton(s => new LogSigner(
            new NoteSigner(s.GetRequiredService<ProgrammeSettings>().LogOrigin, NoteKeyType.Ed25519, s.GetRequiredService<KeyFolder>().GetOrCreate("log")),
            Path.Combine(LedgerFolder.Of(s.GetRequiredService<IConfiguration>()), "signer", "last")));
        services.AddHostedService<SequencerService>().AddHostedService<PublisherService>();
    }
}
