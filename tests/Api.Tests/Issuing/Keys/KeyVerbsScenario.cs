using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Issuing.Keys;

/// <summary>The verbs about keys, used wrongly: told in both languages, and never with a stack trace.</summary>
public sealed class KeyVerbsScenario(LedgerHost host) : IClassFixture<LedgerHost>
{
    [Theory]
    [InlineData("The issuer NOBODY is not in the configuration", "request-key", "NOBODY")]
    [InlineData("kings is no kind of key", "rotate-ledger-key", "kings")]
    [InlineData("There is no key first of receipts.", "end-ledger-key", "receipts", "first")]
    [InlineData("There is no key 99999999999 of receipts.", "end-ledger-key", "receipts", "99999999999")]
    [InlineData("Key 1 of receipts is in use", "end-ledger-key", "receipts", "1")]
    public async Task What_cannot_be_done_is_told_in_both_languages(string sentence, params string[] verb)
    {
        var (code, said, errors) = await host.RunVerbAsync(verb);
        (code, said).ShouldBe((1, ""), errors);
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith("warn:", StringComparison.Ordinal) && !l.StartsWith(' ')).ToArray();
        lines.Length.ShouldBe(2, errors);
        lines[0].ShouldMatch(@"\p{IsThai}");
        lines[1].ShouldStartWith(sentence);
    }

    [Fact]
    public async Task A_key_that_is_used_at_once_is_told_so_and_one_that_signs_nothing_has_no_id()
    {
        (await host.RunVerbAsync("rotate-ledger-key", "check-codes")).Said.Split('\n').ShouldContain("Key 2 of check-codes is made, and used from now on. Take a backup.");
        var (code, said, errors) = await host.RunVerbAsync("rotate-ledger-key", "trust-list");
        code.ShouldBe(0, errors);
        said.ShouldContain("Take a backup before then.");
        said.ShouldMatch("Its id is [A-Za-z0-9_-]{43}\\.");
        (await host.RunVerbAsync("end-ledger-key", "check-codes", "1")).Said.ShouldContain("is ended and destroyed.");
        (await host.RunVerbAsync("end-ledger-key", "check-codes", "1", "--compromised")).Said.ShouldContain("counts as stolen");
    }
}
