using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;

namespace CredentialLedger.Verifier.Tests;

/// <summary>xmlsec1 as the oracle: it accepts every good file and refuses what is changed; and it accepts wrapped documents, which is why this verifier looks at more.</summary>
public class XmlsecTests
{
    public static TheoryData<IndexEntry> Held => [.. VectorFiles.Index(VectorFiles.Credential).Where(e => e.Xmlsec1 is not null)];

    [Theory]
    [MemberData(nameof(Held))]
    public void Answers_as_the_index_says(IndexEntry entry) =>
        Xmlsec1.Accepts(VectorFiles.Credential + "/" + entry.File, Repository.Vectors("keys", "root.cert.pem"), entry.At).ShouldBe(entry.Xmlsec1!.Value);

    [Fact]
    public void Every_good_file_and_every_change_of_signed_bytes_is_held()
    {
        var index = VectorFiles.Index(VectorFiles.Credential);
        index.Where(e => e.Overall == "valid").ShouldAllBe(e => e.Xmlsec1 == true);
        string[] changes = [Codes.IntegrityDigest, Codes.IntegritySignedProperties, Codes.IntegritySignature];
        index.Where(e => changes.Contains(e.Code)).ShouldAllBe(e => e.Xmlsec1 == false);
    }
}
