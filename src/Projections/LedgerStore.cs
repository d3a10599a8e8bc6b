using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.People;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Storage;
using CredentialLedger.Projections.Writing;
using CredentialLedger.Verifier.Log;
using JasperFx;
using JasperFx.Events;
using Marten;
using Weasel.Core;

namespace CredentialLedger.Projections;

/// <summary>The event store and everything registered in it: event names, read models, and how events are appended.</summary>
public static class LedgerStore
{
    /// <summary>The database schema that holds events and read models.</summary>
    public const string Schema = "ledger";

    /// <summary>Every read model.</summary>
    public static IReadOnlyList<ReadModel> ReadModels { get; } = [ReadModel.Of<Timeline>(), ReadModel.Of<SkillProfile>(), ReadModel.Of<CredentialStanding>(), ReadModel.Of<AwaitedCredential>()];

    /// <summary>Set Marten up as the ledger's store.</summary>
    /// <param name="options">Marten's options, with the connection set by the caller.</param>
    /// <param name="mac">The MAC that every event gets.</param>
    /// <param name="standing">Whether the ledger may be written to.</param>
    public static void Configure(StoreOptions options, ApplicationMac mac, LogStanding standing)
    {
        options.DatabaseSchemaName = Schema;
        options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, LedgerJson.Configure);
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.DisableNpgsqlLogging = true;

        options.Events.AppendMode = EventAppendMode.Quick;
        options.Events.EnableUniqueIndexOnEventId = true;
        options.Events.EnableBigIntEvents = true;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.CausationIdEnabled = true;
        options.Events.MetadataConfig.HeadersEnabled = true;
        foreach (var (name, type) in EventCatalogue.Types) options.Events.MapEventType(type, name);
        foreach (var index in ReadingIndexes.Names) options.Events.IgnoreIndex(index);
        options.Listeners.Add(new StampEvents(mac, standing));

        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;
        foreach (var model in ReadModels) model.Register(options);
    }
}
