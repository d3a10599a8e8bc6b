using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Witness.Cli;
using CredentialLedger.Witness.Mirroring;
using CredentialLedger.Witness.Storage;
using CredentialLedger.Witness.Witnessing;

namespace CredentialLedger.Witness.Http;

/// <summary>One log with its witness and its mirror. Once a file of it is found damaged, nothing of it is signed until the program is started again.</summary>
internal sealed class WatchedLog
{
    private readonly ILogger logger;
    private volatile DamagedException? damage;

    public WatchedLog(KnownLog log, WitnessFolder folder, WitnessKeys keys, TimeProvider clock, ILogger logger)
    {
        (Log, this.logger) = (log, logger);
        Witness = new(log, folder, keys.Witness, clock);
        Mirror = new(Witness, folder, keys.Mirror, clock);
    }

    public KnownLog Log { get; }

    public WitnessedLog Witness { get; }

    public MirroredLog Mirror { get; }

    /// <summary>What is damaged, or null.</summary>
    public DamagedException? Damage => damage;

    /// <summary>Do something that may sign, and answer with a sentence when the machine does not let it.</summary>
    public async Task<Answer> Guard(Func<Task<Answer>> act)
    {
        if (damage is { } known) return Unavailable(known.Name, known.Values);
        try
        {
            return await act();
        }
        catch (DamagedException found)
        {
            damage = found;
            logger.LogCritical("{Sentence}", Words.Line(found.Name, found.Values));
            return Unavailable(found.Name, found.Values);
        }
        catch (ClockException)
        {
            logger.LogCritical("{Sentence}", Words.Line("clock"));
            return Unavailable("clock");
        }
        catch (Exception fault) when (fault is IOException and not BadHttpRequestException or UnauthorizedAccessException)
        {
            logger.LogCritical(fault, "{Sentence}", Words.Line("storage"));
            return Unavailable("storage");
        }
    }

    private static Answer Unavailable(string name, params object[] values) => Answer.Refused(StatusCodes.Status503ServiceUnavailable, name, values);
}
