using CredentialLedger.Api.Hosting;
using JasperFx;

try
{
    var builder = WebApplication.CreateBuilder(LedgerHost.Options(args));
    builder.Logging.KeepAnswersClean(args);
    LedgerHost.RequireFreePort(builder.Configuration, args);
    await using var database = await LedgerDatabase.OpenAsync(builder.Configuration, args);
    builder.AddLedger(database.ConnectionString);
    await using var app = builder.Build();
    await app.PrepareLedgerAsync(args);
    app.UseLedger();
    return await app.RunJasperFxCommands(args);
}
catch (HostingProblem problem)
{
    Console.Error.WriteLine(problem.Thai);
    Console.Error.WriteLine(problem.English);
    return 1;
}
