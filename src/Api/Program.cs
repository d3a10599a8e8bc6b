using CredentialLedger.Api.Hosting;
using JasperFx;

try
{
    var builder = WebApplication.CreateBuilder(LedgerHost.Options(args));
    builder.Logging.KeepAnswersClean(args);
    LedgerHost.RequireFreePort(builder.Configuration, args);
    await using var database = await LedgerDatabase.OpenAsync(builder.Configuration, args);
    WebApplication app;
    using (database.StopOnInterrupt())
    {
        builder.AddLedger(database.ConnectionString);
        app = builder.Build();
        await app.PrepareLedgerAsync(args);
        app.UseLedger();
    }
    await using var running = app;
    // A verb says done or failed; one that has more to say sets the exit code itself.
    if (!CommandLine.Serves(args)) return Math.Max(await app.RunJasperFxCommands(args), Environment.ExitCode);
    await app.RunAsync();
    return 0;
}
catch (HostingProblem problem)
{
    Console.Error.WriteLine(problem.Thai);
    Console.Error.WriteLine(problem.English);
    return 1;
}
