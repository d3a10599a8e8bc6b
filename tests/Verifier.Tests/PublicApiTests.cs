using System.Reflection;
using System.Text;
using Snapshooter.Xunit;

namespace CredentialLedger.Verifier.Tests;

/// <summary>What others compile against: a change here is a change for them.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_api_is_as_agreed()
    {
        var text = new StringBuilder();
        foreach (var type in typeof(Verify).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(type.IsEnum ? "enum " : type.IsAbstract && type.IsSealed ? "static class " : "class ").Append(type.FullName).Append('\n');
            foreach (var member in Members(type)) text.Append("    ").Append(member).Append('\n');
        }

        Snapshot.Match(text.ToString(), "PublicApi");
    }

    [Fact]
    public void The_library_knows_neither_the_ledger_nor_a_database() =>
        typeof(Verify).Assembly.GetReferencedAssemblies().ShouldAllBe(a => a.Name == "BouncyCastle.Cryptography" || a.Name!.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum) return Enum.GetNames(type).Select(n => $"{n} = {Convert.ToInt64(Enum.Parse(type, n), System.Globalization.CultureInfo.InvariantCulture)}");
        // What every record has alike says nothing.
        string[] common = ["<Clone>$", "Deconstruct", "Equals", "GetHashCode", "ToString", "op_Equality", "op_Inequality", "GetType"];
        return type.GetMembers(Declared)
            .Where(m => !common.Contains(m.Name) && m is not MethodInfo { IsSpecialName: true })
            .Select(m => m switch
            {
                FieldInfo { IsLiteral: true } constant => $"const {constant.Name} = {constant.GetRawConstantValue()}",
                _ => m.ToString()!,
            })
            .Order(StringComparer.Ordinal);
    }
}
