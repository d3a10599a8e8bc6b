using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.Torture.Kill;

namespace CredentialLedger.Api.Tests.SignIn;

/// <summary><c>eng/ledger token</c> asks the ledger of its folder, on whatever port that listens, and believes nothing that a killed one left behind.</summary>
public sealed class TokenVerbScenario : IDisposable
{
    private readonly string folder = KillableCluster.NewFolder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_token_is_asked_of_the_ledger_that_runs_in_the_folder_and_of_no_other()
    {
        (await TokenAsync()).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Errors.ShouldContain($"No ledger serves from the folder {folder}."), r => r.Errors.ShouldContain("ไม่มีทะเบียน"));
        Directory.CreateDirectory(Serving);
        await File.WriteAllTextAsync(Path.Combine(Serving, "1"), "http://127.0.0.1:1/\n");
        await File.WriteAllTextAsync(Path.Combine(Serving, "1.lock"), "");

        await using (var api = await ApiProcess.StartAsync(folder, demo: false))
        {
            // Another that nobody holds stands before it and is passed over.
            (await TokenAsync()).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Errors), r => r.Said.Trim().Split('.').Length.ShouldBe(3));
            (await Task.WhenAll(TokenAsync(), TokenAsync("--url", api.Address.OriginalString))).ShouldAllBe(r => r.Code == 0);
            (await TokenAsync("--url", "http://127.0.0.1:1")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Errors.ShouldContain("No development ledger answers there."));
            await File.WriteAllTextAsync(Path.Combine(Serving, $"{api.Address.Port}"), "nowhere");
            (await TokenAsync()).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Errors.ShouldContain($"The file {Path.Combine(Serving, $"{api.Address.Port}")} holds no address"));
            await api.KillAsync();
            File.Exists(Path.Combine(Serving, $"{api.Address.Port}")).ShouldBeTrue();
        }

        (await TokenAsync()).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Errors.ShouldContain("No ledger serves from the folder"));
    }

    private string Serving => Path.Combine(folder, "serving");

    private Task<(int Code, string Said, string Errors)> TokenAsync(params string[] more) => Verbs.RunAsync(folder, "", null, ["token", "auditor", .. more]);
}
