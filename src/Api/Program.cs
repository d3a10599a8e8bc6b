using CredentialLedger.Api.Hosting;
using JasperFx;

try
{
    var builder = WebApplication.CreateBuilder(LedgerHost.Options(args));
    LedgerHost.RequireFreePort(builder.Configuration, args);
    await using var database = await LedgerDatabase.OpenAsync(builder.Configuration, args);
    builder.AddLedger(database.ConnectionString);
    await using var app = builder.Build();
    await app.PrepareLedgerAsync(args);
    app.UseLedger();
    if (CommandLine.Serves(args))
    {
        await app.RunAsync();
        return 0;
    }
    // A verb says done or failed; one that has more to say sets the exit code itself.
    return Math.Max(await app.RunJasperFxCommands(args), Environment.ExitCode);
}
catch (HostingProblem problem)
{
    Console.Error.WriteLine(problem.Thai);
    Console.Error.WriteLine(problem.English);
    return 1;
}
