using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Authority;

public sealed class ChangeAccreditationScopeScenario(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static object Scope(params string[] duties) => new { head = Organisations.Head, duties };

    [Fact]
    public async Task A_narrower_scope_ends_what_was_lent_beyond_it()
    {
        var path = await host.AccreditedAsync("CB-N");
        await host.AppointedAsync("CB-N", "declare-results");
        (await host.PostAsync("newcomer", $"{path}/scope", Scope("read-records"))).ShouldRefuse(403, "identity.duty-missing");
        (await host.PostAsync("accreditor", $"{path}/scope", Scope("keep-courses"))).ShouldRefuse(422, "accreditation.bad-scope");
        (await host.PostAsync("accreditor", $"{path}/scope", Scope("read-records"))).ShouldRecord(1);
        (await host.PostAsync("accreditor", $"{path}/scope", Scope("read-records"))).ShouldRecord(0);
        (await host.ForWhomAsync("newcomer", "declare-results")).ShouldBeEmpty();
    }
}
