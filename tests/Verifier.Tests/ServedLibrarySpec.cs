using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests;

/// <summary>The one library that the portal serves to browsers (docs/design/0033); here, since here is what npm installs by a lock file.</summary>
public sealed class ServedLibrarySpec
{
    [Fact]
    public void The_QR_library_that_the_portal_serves_is_npms_byte_for_byte()
    {
        var (code, said) = Node.Run("served.mjs", Path.GetFullPath(Path.Combine(Repository.Vectors(), "../../src/Api/Portal/wwwroot")));
        (code, said.Trim()).ShouldBe((0, "same"));
    }
}
