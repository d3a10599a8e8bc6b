using CredentialLedger.Api.Hosting.Postgres;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Log;
using CredentialLedger.Projections.Writing;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Marten;
using Npgsql;

namespace CredentialLedger.Api.Tests.Log;

/// <summary>A founded ledger's database and keys without an application, so that a test itself says when the log grows.</summary>
/// <param name="prepared">What it is a copy of.</param>
public sealed class LogLedger(Prepared prepared) : IAsyncLifetime
{
    /// <summary>One whose people are appointed, and nothing else.</summary>
    public LogLedger() : this(Prepared.Staffed)
    {
    }

    /// <summary>Name of the log.</summary>
    public const string Origin = "test.example/log";

    private static readonly Actor Officer = new(new("d0000000-0000-4000-8000-000000000003"), "DGA", Duties.RecordTraining.Code, "development");

    private readonly string folder = Directory.CreateTempSubdirectory("ledger-log-").FullName;

    public NpgsqlDataSource Database { get; private set; } = null!;

    public ApplicationMac Mac { get; private set; } = null!;

    public string SuperuserConnectionString { get; private set; } = "";

    /// <summary>Where its keys and files lie.</summary>
    public string Folder => folder;

    public string SignerFile => Path.Combine(folder, "signer", "last");

    public static NoteSigner Key { get; } = new(Origin, NoteKeyType.Ed25519, Enumerable.Repeat((byte)7, 32).ToArray());

    public TileFolder Files => new(Path.Combine(folder, "log"));

    private DocumentStore store = null!;

    public async Task InitializeAsync()
    {
        SuperuserConnectionString = await prepared.CopyAsync(folder);
        // The ledger that it is a copy of may have published already, or been stopped before.
        foreach (var published in ((string[])["log", "signer"]).Select(name => Path.Combine(folder, name)).Where(Directory.Exists)) Directory.Delete(published, recursive: true);
        Database = NpgsqlDataSource.Create(await LedgerCluster.AsAsync(SuperuserConnectionString, Roles.App));
        Mac = new(new KeyFolder(Path.Combine(folder, "keys")).Read("application-mac")!);
        store = DocumentStore.For(o =>
        {
            LedgerStore.Configure(o, Mac, Standing);
            o.Connection(Database);
        });
        await TamperAsync("truncate log.heads, log.leaves, log.checkpoints");
        await Sequencer().Begin(Origin, default);
    }

    public async Task DisposeAsync()
    {
        store.Dispose();
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public Sequencer Sequencer() => new(Database, Mac);

    public LogStanding Standing { get; } = new();

    /// <summary>Whose cosignatures there must be; nobody's unless a test says.</summary>
    public TlogPolicy? Policy { get; set; }

    public LogPublisher Publisher() => new(Database, new LogSigner(Key, SignerFile), Files, new Witnesses(Policy, new HttpClient { Timeout = TimeSpan.FromSeconds(5) }), Standing);

    public LogAudit Audit() => new(Database, Mac, Files, new LogSigner(Key, SignerFile), Policy);

    /// <summary>Audit all, or what is new since a checkpoint.</summary>
    public Task<AuditReport> AuditAsync(Checkpoint? since = null) => Audit().Run(since, (_, _) => { }, default);

    /// <summary>Publish how far the log has grown, without a witness.</summary>
    public async Task<Checkpoint> PublishAsync() => (await Publisher().Publish(default))!;

    /// <summary>Record so many completions, each in a stream of its own, in one transaction.</summary>
    public async Task<Guid[]> AppendAsync(int count)
    {
        await using var session = store.LightweightSession();
        var ids = Work(session, count);
        await session.SaveChangesAsync();
        return ids;
    }

    /// <summary>Record what a test says, in one transaction.</summary>
    public async Task WriteAsync(Action<UnitOfWork, Actor> write)
    {
        await using var session = store.LightweightSession();
        write(new(session), Officer);
        await session.SaveChangesAsync();
    }

    /// <summary>The same, in the words of a transaction that is never committed.</summary>
    public async Task RollBackAsync(int count)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var session = store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(transaction)))
        {
            Work(session, count);
            await session.SaveChangesAsync();
        }
        await transaction.RollbackAsync();
    }

    /// <summary>Append in a transaction that stays open until it is committed.</summary>
    public async Task<NpgsqlTransaction> OpenAsync(int count)
    {
        var connection = await Database.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var session = store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(transaction));
        Work(session, count);
        await session.SaveChangesAsync();
        return transaction;
    }

    private static Guid[] Work(IDocumentSession session, int count)
    {
        var work = new UnitOfWork(session);
        var ids = new Guid[count];
        for (var i = 0; i < count; i++)
        {
            var id = work.Begin();
            ids[i] = Guid.NewGuid();
            work.Append(id, [new CompletionRecorded(id, id, DemoLedger.Course, "TPQI-2560", ["CEC-BCTZ-001"], new(2026, 3, 20), new(EvidenceKind.Attendance, "T-1"))], Officer, ids[i]);
        }
        return ids;
    }

    /// <summary>Log until there is nothing more.</summary>
    public async Task<int> SequenceAsync(Sequencer? by = null)
    {
        by ??= Sequencer();
        var (all, quiet) = (0, 0);
        // Settling takes rounds that log nothing.
        while (quiet < 4)
        {
            var batch = await by.Next(default);
            all += batch.Count;
            quiet = batch.Count == 0 ? quiet + 1 : 0;
        }
        return all;
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Change rows as nobody but a superuser can who puts the guards to sleep.</summary>
    public async Task<int> TamperAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"set session_replication_role = replica; {sql}", connection);
        var rows = await command.ExecuteNonQueryAsync();
        command.CommandText = "reset session_replication_role";
        await command.ExecuteNonQueryAsync();
        return rows;
    }
}
