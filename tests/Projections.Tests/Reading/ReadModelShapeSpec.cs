using CredentialLedger.Projections.Storage;
using Snapshooter.Xunit;

namespace CredentialLedger.Projections.Tests.Reading;

/// <summary>What the rows of a read model hold is tied to its version: who changes a member raises the version, or rows of before would be served as rows of now.</summary>
public sealed class ReadModelShapeSpec
{
    [Fact]
    public void Each_version_of_a_read_model_holds_what_it_held_before() =>
        Snapshot.Match(LedgerStore.ReadModels.ToDictionary(m => $"{m.Name}, version {m.Version}", m => Members(m.RowType, "").Order(StringComparer.Ordinal).ToArray()));

    [Fact]
    public void Tables_and_progress_of_two_versions_are_never_the_same() =>
        LedgerStore.ReadModels.SelectMany(m => m.Former.Append((m.Table, m.Progression))).ShouldBeUnique();

    private static IEnumerable<string> Members(Type type, string path) => LedgerJson.Options.GetTypeInfo(type).Properties.SelectMany(p =>
    {
        var (member, inner) = ($"{path}{p.Name}", Inner(p.PropertyType));
        return inner.Assembly == typeof(ReadModel).Assembly && !inner.IsEnum || inner.Namespace == "CredentialLedger.Domain.Credentials" && !inner.IsEnum
            ? Members(inner, $"{member}.") : [$"{member}: {Name(p.PropertyType)}"];
    });

    private static Type Inner(Type type) => Nullable.GetUnderlyingType(type) ?? (type.IsGenericType ? type.GetGenericArguments()[0] : type);

    private static string Name(Type type) => type.IsGenericType ? $"{type.Name.Split('`')[0]} of {Name(type.GetGenericArguments()[0])}" : type.Name;
}
