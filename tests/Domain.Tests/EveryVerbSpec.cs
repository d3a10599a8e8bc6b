using System.Reflection;
using CredentialLedger.Domain.Kernel;
using Xunit.Sdk;

namespace CredentialLedger.Domain.Tests;

/// <summary>
/// What holds of all verbs together: each has its spec, and each refusal is heard in one. These run the specs
/// themselves, here and now, so that the answer depends on no order, filter or parallelism of the test run.
/// </summary>
public class EveryVerbSpec
{
    private static readonly Type[] Domain = typeof(ICommand).Assembly.GetTypes();

    private static readonly Type[] Commands = [.. Domain.Where(t => t.IsClass && t.IsAssignableTo(typeof(ICommand)))];

    public static TheoryData<Type> Verbs => [.. Commands];

    [Theory, MemberData(nameof(Verbs))]
    public void Every_verb_has_a_spec_in_its_own_context_that_hears_each_of_its_refusals(Type verb)
    {
        var spec = SpecOf(verb).ShouldNotBeNull($"{verb.Name} has no {verb.Name}Spec beside the specs of {verb.Namespace}");
        Unheard(RefusalsOf(verb), Refusals.During(() => Run(spec))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_refusal_of_the_domain_is_heard_in_the_spec_of_some_verb() =>
        Unheard(Domain.SelectMany(RefusalsOf), Refusals.During(() => Run([.. Commands.Select(SpecOf).OfType<Type>()]))).ShouldBeEmpty();

    [Fact]
    public void A_refusal_that_no_spec_hears_is_named() =>
        Unheard([new("thing.unheard", RejectionKind.Conflict)], Refusals.During(() => Run())).ShouldBe(["thing.unheard"]);

    private static Type? SpecOf(Type verb) =>
        typeof(EveryVerbSpec).Assembly.GetType(verb.FullName!.Replace("CredentialLedger.Domain", "CredentialLedger.Domain.Tests") + "Spec");

    private static IEnumerable<Rejection> RefusalsOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(Rejection)).Select(f => (Rejection)f.GetValue(null)!);

    private static IEnumerable<string> Unheard(IEnumerable<Rejection> refusals, IReadOnlySet<Rejection> heard) =>
        refusals.Where(r => !heard.Contains(r)).Select(r => r.Code);

    private static void Run(params Type[] specs)
    {
        foreach (var spec in specs)
            foreach (var sentence in spec.GetMethods().Where(m => m.IsDefined(typeof(FactAttribute))))
                foreach (var row in sentence.GetCustomAttributes<DataAttribute>().SelectMany(d => d.GetData(sentence)).DefaultIfEmpty([]))
                    sentence.Invoke(Activator.CreateInstance(spec), row ?? [null]); // xunit gives InlineData(null) as no row
    }
}
