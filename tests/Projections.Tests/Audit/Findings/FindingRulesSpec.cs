using System.Text.RegularExpressions;
using CredentialLedger.Projections.Audit.Findings;

namespace CredentialLedger.Projections.Tests.Audit.Findings;

/// <summary>What holds of all rules together. Adding one adds its file (and its sentences, its spec, its thresholds); these find what was forgotten.</summary>
public sealed partial class FindingRulesSpec
{
    private static readonly Type[] Rules = [.. typeof(IFindingRule).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IFindingRule)))];

    [Fact]
    public void Every_rule_is_in_force_and_its_code_is_the_name_of_its_file()
    {
        FindingRules.Codes.ShouldBe(Rules.Select(t => Kebab().Replace(t.Name, "-$1").ToLowerInvariant()), ignoreOrder: true);
        FindingRules.Codes.ShouldBeUnique();
        Rules.ShouldAllBe(t => t.Namespace == "CredentialLedger.Projections.Audit.Findings.Rules");
    }

    [Fact]
    public void Every_rule_has_a_spec_of_its_own() =>
        Rules.Where(t => typeof(FindingRulesSpec).Assembly.GetType($"{typeof(FindingRulesSpec).Namespace}.{t.Name}Spec") is null).ShouldBeEmpty();

    [Fact]
    public void Every_threshold_is_a_rule_s_and_has_a_unit_and_a_reason_in_both_languages()
    {
        var thresholds = Thresholds.InForce;
        thresholds.Version.ShouldNotBeEmpty();
        thresholds.Numbers.Select(n => n.Code).ShouldBeUnique();
        thresholds.Numbers.ShouldAllBe(n => FindingRules.Codes.Contains(n.Code.Split('.')[0]) && n.Value > 0 && n.Unit.Length > 0);
        foreach (var (th, en) in thresholds.Numbers.Select(n => (n.ReasonTh, n.ReasonEn)).Append((thresholds.Holidays.ReasonTh, thresholds.Holidays.ReasonEn)))
        {
            th.ShouldContain(c => c >= 'ก' && c <= '๛');
            en.ShouldContain(c => char.IsAsciiLetter(c));
            en.ShouldNotContain(c => c >= 'ก' && c <= '๛');
        }
    }

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Kebab();
}
