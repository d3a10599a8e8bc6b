using System.Reflection;
using System.Xml.Linq;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using Marten;
using Wolverine.Http;

namespace CredentialLedger.Api.Tests;

/// <summary>What docs/design says of the tree: which project may know which, and where an endpoint lives.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Api = typeof(Program).Assembly;

    private static readonly Type[] Endpoints = [.. Api.GetTypes().Where(t => Verbs(t).Any())];

    private static IEnumerable<MethodInfo> Verbs(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.GetCustomAttributes<WolverineHttpMethodAttribute>().Any());

    public static TheoryData<string, string[]> Arrows => new()
    {
        { "Domain", [] },
        { "Verifier", [] },
        { "Projections", ["Domain", "Verifier"] },
        { "Api", ["Domain", "Projections", "Verifier"] },
        { "Verifier.Cli", ["Verifier"] },
        { "Witness", ["Verifier"] },
    };

    [Theory, MemberData(nameof(Arrows))]
    public void A_project_refers_to_no_other_than_the_arrows_allow(string project, string[] allowed)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, $"{project}.csproj"));
        file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value))
            .Where(r => File.Exists(Path.Combine(Repository.Root, "src", r, $"{r}.csproj"))).ShouldBeSubsetOf(allowed);
    }

    [Fact]
    public void Every_project_is_under_an_arrow() =>
        Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Where(d => Directory.EnumerateFiles(d, "*.csproj").Any()).Select(d => Path.GetFileName(d)!)
            .ShouldBeSubsetOf(Arrows.Select(a => (string)a[0]));

    [Fact]
    public void What_was_compiled_refers_to_no_other_either()
    {
        foreach (var (assembly, allowed) in ((Assembly, string[])[])[(typeof(Duty).Assembly, []), (typeof(Verifier.Verify).Assembly, []), (typeof(Projections.LedgerStore).Assembly, ["Domain", "Verifier"])])
            assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("CredentialLedger.", StringComparison.Ordinal)).ShouldBeSubsetOf(allowed.Select(a => $"CredentialLedger.{a}"));
    }

    [Fact]
    public void An_endpoint_is_a_verb_or_a_view_and_lives_in_its_context()
    {
        Endpoints.Length.ShouldBeGreaterThan(20);
        foreach (var endpoint in Endpoints)
        {
            (endpoint.Name.EndsWith("Endpoint", StringComparison.Ordinal) || endpoint.Name.EndsWith("View", StringComparison.Ordinal)).ShouldBeTrue(endpoint.Name);
            var context = endpoint.Namespace!["CredentialLedger.Api.".Length..];
            File.Exists(Path.Combine(Repository.Root, "src/Api", context, $"{endpoint.Name}.cs")).ShouldBeTrue($"{context}/{endpoint.Name}.cs");
        }
    }

    [Fact]
    public void Every_command_has_an_endpoint_of_its_name_in_the_context_of_its_name()
    {
        // A ledger is founded from the command line, before anybody can sign in.
        var commands = typeof(ICommand).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(ICommand)) && t != typeof(FoundLedger))
            .Select(t => t.FullName!.Replace(".Domain.", ".Api.", StringComparison.Ordinal) + "Endpoint");
        commands.Except(Endpoints.Select(e => e.FullName!)).ShouldBeEmpty();
    }

    [Fact]
    public void No_endpoint_holds_a_session_or_a_store()
    {
        Type[] storage = [typeof(IQuerySession), typeof(IDocumentStore), typeof(Npgsql.NpgsqlDataSource), typeof(Npgsql.NpgsqlConnection)];
        Endpoints.SelectMany(Verbs).Where(m => m.GetParameters().Any(p => storage.Any(s => s.IsAssignableFrom(p.ParameterType))))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void No_address_is_answered_by_two_endpoints() => Endpoints.SelectMany(Verbs).SelectMany(m => m.GetCustomAttributes<WolverineHttpMethodAttribute>())
        .Select(a => $"{a.HttpMethod} {a.Template}").ShouldBeUnique();
}
