using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Tests;

/// <summary>What keeps the Domain pure: no package, no other project, no I/O, no clock, no chance, no memory of its own.</summary>
public partial class ArchitectureSpec
{
    private static readonly Assembly Domain = typeof(LedgerEvent).Assembly;

    private static readonly Type[] Written = [.. Domain.GetTypes().Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)))];

    [Fact]
    public void The_Domain_asks_for_no_package_and_no_project() =>
        XDocument.Load(Path.Combine(Root(), "src/Domain/Domain.csproj")).Descendants()
            .Where(e => e.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal)).ShouldBeEmpty();

    // System.Text.Json is here for the attribute that gives an enum member its stored name, and for nothing else: see below.
    [Fact]
    public void The_Domain_refers_to_a_few_assemblies_of_the_runtime() => Domain.GetReferencedAssemblies().Select(a => a.Name).ShouldBeSubsetOf(
        ["System.Runtime", "System.Collections", "System.Linq", "System.Memory", "System.Security.Cryptography", "System.Text.Json"]);

    [Fact]
    public void The_Domain_uses_no_namespace_but_those_of_plain_computing() =>
        References.Types(Domain).Select(t => t[..t.LastIndexOf('.')]).Distinct().ShouldBeSubsetOf(
            ["System", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Text", "System.Text.Json.Serialization",
             "System.Buffers.Binary", "System.Security.Cryptography", "System.Reflection", "System.Runtime.CompilerServices",
             "System.Runtime.Versioning", "System.Diagnostics", "System.Runtime.InteropServices", "System.Diagnostics.CodeAnalysis"]);

    [Fact]
    public void Of_cryptography_the_Domain_knows_a_hash_and_of_json_a_name()
    {
        References.Types(Domain).Where(t => t.StartsWith("System.Security.", StringComparison.Ordinal)).ShouldBe(
            ["System.Security.Cryptography.HashAlgorithmName", "System.Security.Cryptography.IncrementalHash"]);
        References.Types(Domain).Where(t => t.StartsWith("System.Text.Json.", StringComparison.Ordinal)).ShouldBe(
            ["System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute"]);
    }

    [Fact]
    public void Nothing_in_the_Domain_reads_a_clock_draws_by_chance_or_looks_around() => Impure(Domain).ShouldBeEmpty();

    [Fact]
    public void The_search_for_impurity_finds_it_where_it_is() => Impure(typeof(Impurity).Assembly).ShouldBe(
    [
        "System.DateTime.get_Now", "System.DateTime.get_Today", "System.DateTime.get_UtcNow", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Guid.CreateVersion7", "System.Guid.NewGuid", "System.Random.get_Shared", "System.TimeProvider.get_System",
    ], ignoreOrder: true);

    [Fact]
    public void The_Domain_remembers_nothing_between_calls() => Written
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(f => !f.IsInitOnly && !f.IsLiteral && !f.IsDefined(typeof(CompilerGeneratedAttribute)))
        .Select(f => $"{f.DeclaringType!.Name}.{f.Name}").ShouldBeEmpty();

    [Fact]
    public void Every_state_and_every_command_is_a_sealed_record() => Written
        .Where(t => t.IsClass && t.GetInterfaces().Any(i => i == typeof(ICommand) || i.Name == typeof(IEvolve<>).Name))
        .Where(t => !t.IsSealed || t.GetMethod("<Clone>$") is null)
        .Select(t => t.Name).ShouldBeEmpty();

    [Fact]
    public void Every_record_that_decides_is_a_command() => Written
        .Where(t => t.GetMethod("Decide") is not null && !t.IsAssignableTo(typeof(ICommand)))
        .Select(t => t.Name).ShouldBeEmpty();

    public static TheoryData<Type> Commands => [.. Written.Where(t => t.IsClass && t.IsAssignableTo(typeof(ICommand)))];

    [Theory, MemberData(nameof(Commands))]
    public void Every_command_names_one_of_the_duties_and_decides_once(Type command)
    {
        var needs = command.GetProperty(nameof(ICommand.Needs), BindingFlags.Public | BindingFlags.Static)!.GetValue(null);
        ConstantsOf<Duty>(typeof(Duties)).ShouldContain(d => ReferenceEquals(d, needs));
        command.GetMethods().Count(m => m.Name == "Decide" && m.ReturnType == typeof(Outcome)).ShouldBe(1);
    }

    [Fact]
    public void Every_duty_has_a_code_of_its_own_in_kebab_case()
    {
        ConstantsOf<Duty>(typeof(Duties)).Select(d => d.Code).ShouldBeUnique();
        ConstantsOf<Duty>(typeof(Duties)).Where(d => !Kebab().IsMatch(d.Code)).ShouldBeEmpty();
    }

    // A constant that stands for another, as RevokeCredential.OtherBody does, is the same object and not a second refusal.
    [Fact]
    public void Every_refusal_has_a_code_of_its_own_dotted_and_in_kebab_case()
    {
        var refusals = Written.SelectMany(ConstantsOf<Rejection>).ToHashSet<Rejection>(ReferenceEqualityComparer.Instance);
        refusals.Select(r => r.Code).ShouldBeUnique();
        refusals.Where(r => !Dotted().IsMatch(r.Code)).ShouldBeEmpty();
    }

    [Fact]
    public void A_refusal_with_code_missing_answers_404_and_no_other_refusal_is_so_called() => Written.SelectMany(ConstantsOf<Rejection>)
        .Where(r => r.Code.EndsWith(".missing", StringComparison.Ordinal) && r.Kind is not RejectionKind.Missing).ShouldBeEmpty();

    private static IEnumerable<T> ConstantsOf<T>(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(T)).Select(f => (T)f.GetValue(null)!);

    private static IEnumerable<string> Impure(Assembly assembly) => References.Members(assembly).Where(m => Impurities().IsMatch(m));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CredentialLedger.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"\.get_(Utc)?Now$|\.get_Today$|\.CurrentCulture|\.get_Current(UI)?Culture$|^System\.Guid\.(NewGuid|CreateVersion7)$" +
        @"|^System\.(Random|TimeProvider|Console)\.|^System\.Environment\.(?!get_CurrentManagedThreadId$)|RandomNumberGenerator\.|Stopwatch\.")]
    private static partial Regex Impurities();

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Kebab();

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$")]
    private static partial Regex Dotted();

    /// <summary>Never run: what the search above must find, or it finds nothing anywhere.</summary>
    private static class Impurity
    {
        public static object[] All() =>
        [
            DateTime.Now, DateTime.UtcNow, DateTime.Today, DateTimeOffset.Now, DateTimeOffset.UtcNow,
            Guid.NewGuid(), Guid.CreateVersion7(), Random.Shared, TimeProvider.System,
        ];
    }
}
