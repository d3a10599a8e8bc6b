using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Demo;
using CredentialLedger.Api.EvidenceBundles;
using CredentialLedger.Api.Governance;
using CredentialLedger.Api.Hosting.ReadModels;
using CredentialLedger.Api.Hosting.Schema;
using CredentialLedger.Api.Hosting.Web;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Imports.Rows;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Issuing.Batches;
using CredentialLedger.Api.Issuing.Certificates;
using CredentialLedger.Api.Issuing.LedgerKeys;
using CredentialLedger.Api.Log;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.People;
using CredentialLedger.Api.Portal;
using CredentialLedger.Api.Portal.Verification;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Api.Verification;
using CredentialLedger.Api.Works;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Audit.Findings;
using CredentialLedger.Projections.Authority;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Log;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Writing;
using CredentialLedger.Verifier.Log;
using JasperFx.CodeGeneration;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;
using Wolverine;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.Durability;

namespace CredentialLedger.Api.Hosting;

/// <summary>Everything that the ledger's host is made of.</summary>
public static class LedgerServices
{
    /// <summary>Register the ledger's services.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="connectionString">How the role that serves reaches the database.</param>
    public static void AddLedger(this WebApplicationBuilder builder, string connectionString)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        // Made by the container, so that it is closed with it.
        services.AddSingleton(_ => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50 }.ConnectionString));
        services.AddSingleton(s => new KeyFolder(LedgerFolder.KeysOf(s.GetRequiredService<IConfiguration>())));
        services.AddSingleton(s => new ApplicationMac(s.GetRequiredService<KeyFolder>().GetOrCreate("application-mac")));
        services.AddSingleton<MasterKeys>().AddSingleton<PersonKeys>().AddSingleton<NationalIds>().AddSingleton<AwardNumbers>().AddHostedService<AwardNumberFill>();

        services.AddSingleton(s => s.GetRequiredService<IConfiguration>().GetSection("Ledger").Get<ProgrammeSettings>() ?? new());
        services.AddSingleton<Issuers>().AddSingleton<StatusPlaces>().AddSingleton<StatusFiles>().AddSingleton<StatusPublisher>().AddSingleton<SigningKeyring>().AddSingleton<TrustPublisher>();
        services.AddSingleton<PublishedKeys>().AddSingleton<IssuerMetadata>().AddSingleton<LedgerKeyring>().AddSingleton<TrustedListPublisher>();
        services.AddSingleton<Documents>().AddSingleton<ProvenDocuments>().AddSingleton<CredentialShapes>().AddSingleton<CredentialIssuing>().AddSingleton<RenewalReader>().AddSingleton<EquivalenceStatements>().AddSingleton<CredentialVerification>().AddSingleton<PastVerification>();
        services.AddSingleton<CheckCodes>().AddSingleton<Replacements>().AddSingleton<NumberAnswers>().AddSingleton<VerifyAnswers>().AddSingleton<Receipts>().AddSingleton<ShareSecrets>().AddScoped<SharedCredentials>();
        services.AddHostedService<StatusRefresh>().AddSingleton<BatchIssuing>().AddHostedService<BatchService>();
        services.AddHostedService<ServedAddress>().AddSingleton<Banner>().AddHostedService<DemoLoader>();

        services.AddSingleton<Marks>().AddSingleton<WorkPictures>().AddSingleton<CertificateMarks>().AddSingleton<EventReader>().AddSingleton<ReadModelReader>().AddSingleton<RowLists>().AddSingleton<BatchSummaries>().AddSingleton<AuthorityCache>().AddSingleton<FindingSearch>().AddSingleton<CurrentFindings>();

        services.AddLedgerStore();
        services.AddSingleton<ReadModelWatch>().AddHostedService(s => s.GetRequiredService<ReadModelWatch>());
        services.AddVerifiableLog();
        builder.Host.UseWolverine(Configure);
        services.AddWolverineHttp();
        services.AddHealth();
        builder.AddWebHygiene();
        services.AddApiReference();
        builder.AddTelemetry();
        services.AddHttpContextAccessor();
        services.ConfigureHttpJsonOptions(o => ApiJson.Configure(o.SerializerOptions));
        builder.AddSignIn();
        services.AddPortal();
        services.AddScoped<UnitOfWork>().AddScoped<WhoActs>().AddScoped<CommandIds>().AddScoped<Recorder>().AddScoped<Reach>().AddScoped<Viewer>().AddScoped<CredentialHistories>().AddScoped<SigningKeyHistories>();
        services.AddScoped<Sealer>().AddScoped<Registrar>().AddScoped<Accesses>().AddScoped<CredentialReplacing>().AddScoped<OpenSuccessions>().AddScoped<WaitingDecisions>();
        services.AddSingleton<PersonExports>().AddSingleton<Exporter>().AddSingleton<EvidenceMaker>().AddSingleton<EvidenceLog>().AddSingleton<OverdueErasures>().AddHostedService<ErasureClock>();
        services.AddScoped<Sealer>().AddScoped<Registrar>().AddScoped<Founding>();
        services.AddScoped<PersonRefs>().AddScoped<PersonRows>().AddScoped<CourseRows>().AddScoped<CompletionRows>().AddScoped<ResultRows>();
    }

    /// <summary>Register the event store with the messages beside it, over the container's data source.</summary>
    internal static void AddLedgerStore(this IServiceCollection services) => services.AddSingleton<ILogger<IDocumentStore>, StoreLog>().AddMarten(s =>
    {
        var options = new StoreOptions();
        LedgerStore.Configure(options, s.GetRequiredService<ApplicationMac>(), s.GetRequiredService<LogStanding>());
        options.Storage.ExtendedSchemaObjects.AddRange([.. KeyTables.All(), DocumentTable.Make(), WorkPictures.MakeTable()]);
        return options;
    }).UseNpgsqlDataSource().UseLightweightSessions().IntegrateWithWolverine(w => (w.MessageStorageSchemaName, w.AutoCreate) = (Grants.Messages, JasperFx.AutoCreate.CreateOrUpdate)).AddAsyncDaemon(DaemonMode.Solo);

    /// <summary>Set Wolverine up. It never changes the schema: the role that serves may not.</summary>
    internal static void Configure(WolverineOptions options)
    {
        options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
        options.Durability.Mode = DurabilityMode.Solo;
        options.Policies.UseDurableLocalQueues();
        options.AutoBuildMessageStorageOnStartup = JasperFx.AutoCreate.None;
    }

    /// <summary>Look at the database, have its schema brought up to date by its owner, and make what a ledger needs before its first request.</summary>
    public static async Task PrepareLedgerAsync(this WebApplication app, LedgerDatabase database, string[] args)
    {
        if (CommandLine.NeedsNoDatabase(args)) return;
        await LedgerDatabase.RequireUsableAsync(app.Services.GetRequiredService<NpgsqlDataSource>());
        await LedgerSchema.Require(app, database.OwnerConnectionString);
        await LogServices.RequireOrigin(app.Services.GetRequiredService<NpgsqlDataSource>(), app.Services.GetRequiredService<LogSigner>().Key.Name, default);
        var masters = app.Services.GetRequiredService<MasterKeys>();
        await masters.Reload(default);
        await masters.DestroyRetired(default);
        await app.Services.GetRequiredService<LogPublisher>().Judge(default);
    }

    /// <summary>Put the request pipeline together.</summary>
    public static void UseLedger(this WebApplication app)
    {
        // A HEAD is answered as the GET of its address (RFC 9110 section 9.3.2); the server knows what was asked, and leaves the body out.
        app.Use((context, next) =>
        {
            if (HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
            return next(context);
        });
        app.UseRouting();
        app.UseMiddleware<Border>();
        app.UseAuthentication();
        // Authentication stands before the limits, which count by who somebody is.
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseMiddleware<PlainBodies>();
        app.UseMiddleware<LanguageChoice>();
        app.UseMiddleware<PortalForms>();
        app.UseMiddleware<Gate>();
        app.UseMiddleware<QueryValues>();
        app.UseMiddleware<JsonBody>();
        app.MapWolverineEndpoints(o =>
        {
            o.RejectUnparseableQueryValues = true;
            o.SourceServiceFromHttpContext<Recorder>();
            o.SourceServiceFromHttpContext<UnitOfWork>();
            o.SourceServiceFromHttpContext<CredentialReplacing>();
            o.SourceServiceFromHttpContext<CredentialHistories>();
            o.SourceServiceFromHttpContext<WaitingDecisions>();
            o.SourceServiceFromHttpContext<SigningKeyHistories>();
            o.SourceServiceFromHttpContext<Viewer>();
            o.SourceServiceFromHttpContext<Sealer>();
            o.SourceServiceFromHttpContext<Registrar>();
            o.SourceServiceFromHttpContext<Accesses>();
            o.SourceServiceFromHttpContext<WhoActs>();
            o.SourceServiceFromHttpContext<IMartenOutbox>();
            o.ConfigureEndpoints(ApiReference.DescribeAnswers);
        });
        app.MapSignIn();
        if (SignInSettings.Of(app.Configuration).Embedded) app.MapPersonaPage();
        app.MapPortal();
        app.MapHealth();
        app.MapLogFiles();
        app.MapApiReference();
    }
}
