using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;

namespace CredentialLedger.Verifier.Tests;

/// <summary>Independent libraries as oracles: they accept every good token and refuse what is changed; and they accept some that this verifier refuses, which is why it looks at more.</summary>
public class TokenOracleTests
{
    [Theory]
    [InlineData("vc-jwt")]
    [InlineData("sd-jwt")]
    public void The_library_answers_as_the_index_says(string shape)
    {
        var index = VectorFiles.Index(Folder(shape));
        var answers = TokenOracle.Judge(shape, Sample.At);
        answers.Keys.ShouldBe(index.Select(e => e.File), ignoreOrder: true);
        foreach (var entry in index.Where(e => e.Oracle is not null)) (answers[entry.File] == "accepted").ShouldBe(entry.Oracle!.Value, $"{entry.File}: {answers[entry.File]}");
    }

    [Theory]
    [InlineData("vc-jwt")]
    [InlineData("sd-jwt")]
    public void Every_good_token_and_every_change_of_signed_bytes_is_held(string shape)
    {
        var index = VectorFiles.Index(Folder(shape));
        index.Where(e => e.Overall == "valid").ShouldAllBe(e => e.Oracle == true);
        string[] changes = [Codes.IntegrityAlgorithm, Codes.IntegritySignature, Codes.IntegrityDisclosure];
        index.Where(e => changes.Contains(e.Code)).ShouldAllBe(e => e.Oracle == false);
    }

    private static string Folder(string shape) => shape == "vc-jwt" ? VectorFiles.VcJwt : VectorFiles.SdJwt;
}
