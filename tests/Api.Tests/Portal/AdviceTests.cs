using CredentialLedger.Api.Portal;
using CredentialLedger.Api.Portal.Verification;
using CredentialLedger.Verifier;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>Whoever reads that a check did not pass also reads what to do.</summary>
public sealed class AdviceTests
{
    private static readonly string[] Checks = ["structure", "integrity", "issuer", "log", "key-validity", "dates", "status", "standing", "deciding", "issuing", "framework"];

    private static string? For(string name, string result, string code = "some.code") => Advice.For(new(name, "", "", result, code, "", ""));

    [Fact]
    public void Every_check_that_did_not_pass_has_advice_in_both_languages()
    {
        foreach (var advice in from name in Checks from result in (string[])["failed", "unknown"] select For(name, result)) Words.Has(advice!).ShouldBeTrue(advice);
        Checks.Select(name => For(name, "passed")).ShouldAllBe(advice => advice == null);
        For("log", "unknown", Codes.NotChecked).ShouldBeNull("an earlier check tells already");
    }

    [Fact]
    public void Revoked_tampered_and_unknown_are_advised_differently() =>
        new[] { For("status", "failed"), For("integrity", "failed"), For("status", "unknown"), For("issuer", "unknown"), For("issuer", "failed") }.ShouldBeUnique();
}
