using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CredentialLedger.Domain.Tests;

/// <summary>
/// Everything outside itself that a compiled assembly can name, read from its metadata tables: no call, field or type of another
/// assembly can be used without standing there. (What the named methods call in turn is not seen.)
/// </summary>
public static class References
{
    /// <summary>Full names of the types of other assemblies, such as <c>System.Guid</c>.</summary>
    public static IReadOnlyList<string> Types(Assembly assembly) => Read(assembly, metadata =>
        metadata.TypeReferences.Select(t => NameOf(metadata, t)));

    /// <summary>Full names of the methods and fields of other assemblies, such as <c>System.Guid.NewGuid</c>.</summary>
    public static IReadOnlyList<string> Members(Assembly assembly) => Read(assembly, metadata =>
        metadata.MemberReferences.Select(metadata.GetMemberReference).Where(m => m.Parent.Kind is HandleKind.TypeReference)
            .Select(m => $"{NameOf(metadata, (TypeReferenceHandle)m.Parent)}.{metadata.GetString(m.Name)}"));

    private static IReadOnlyList<string> Read(Assembly assembly, Func<MetadataReader, IEnumerable<string>> names)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        return [.. names(file.GetMetadataReader()).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind is HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
