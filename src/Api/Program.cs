using System.Globalization;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Log;
using CredentialLedger.Api.SignIn;

// Where a machine is set to Thai, its calendar is that of the Buddhist era: 2026-01-01 would be read as a day of 1483, and written as one of 2569.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    var builder = WebApplication.CreateBuilder(LedgerHost.Options(args));
    builder.Logging.KeepAnswersClean(args);
    builder.Logging.LeaveAddressesOut();
    LedgerHost.RequireFreePort(builder.Configuration, args);
    SignInSettings.RequireUsable(builder.Configuration, builder.Environment, args);
    using var holder = await FolderHolder.TakeAsync(builder.Configuration, args);
    await using var database = await LedgerDatabase.OpenAsync(builder.Configuration, args);
    await using var witnesses = await LocalWitnesses.StartAsync(builder.Configuration, args);
    WebApplication app;
    using (database.StopOnInterrupt())
    {
        if (CommandLine.IsMaintenance(args)) return await builder.RunMaintenanceAsync(database, args); // nothing of the ledger runs
        builder.AddLedger(database.ConnectionString);
        app = builder.Build();
        await app.PrepareLedgerAsync(database, args);
        app.UseLedger();
    }
    await using var running = app;
    if (!CommandLine.Serves(args)) return await app.RunVerbAsync(args);
    await app.RunAsync();
    return 0;
}
catch (HostingProblem problem)
{
    Console.Error.WriteLine(problem.Thai);
    Console.Error.WriteLine(problem.English);
    return 1;
}
