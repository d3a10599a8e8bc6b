using System.Text.Json;
using CredentialLedger.Verifier.Jwt;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;

namespace CredentialLedger.Verifier.Tests;

/// <summary>Every committed statement of an equivalence is judged as it should be, by us and, with the key set alone, by npm jose.</summary>
public sealed class StatementVectorTests
{
    private static string Read(StatementVector vector) => File.ReadAllText(Path.Combine(VectorFiles.Equivalence, vector.File));

    [Fact]
    public void Every_vector_has_a_file_and_every_file_a_vector() =>
        VectorFiles.On(VectorFiles.Equivalence, "*.jwt").ShouldBe(StatementVectors.All.Select(v => v.File), ignoreOrder: true);

    [Fact]
    public void We_accept_what_is_good_alone()
    {
        foreach (var vector in StatementVectors.All) SignedStatement.IsSignedBy(Read(vector), StatementVectors.Type, vector.Key.Certificate).ShouldBe(vector.Accepted, vector.File);
    }

    [Fact]
    public void Jose_accepts_the_same_and_reads_what_was_stated_in_canonical_form()
    {
        var (code, said) = Node.Run("statement.mjs", [Path.Combine(VectorFiles.Equivalence, "keys.json"), .. StatementVectors.All.Select(v => Path.Combine(VectorFiles.Equivalence, v.File))]);
        code.ShouldBe(0, said);
        foreach (var (vector, line) in StatementVectors.All.Zip(said.Split('\n', StringSplitOptions.RemoveEmptyEntries), (v, l) => (v, JsonDocument.Parse(l).RootElement)))
        {
            line.TryGetProperty("payload", out var payload).ShouldBe(vector.Accepted, vector.File);
            if (vector.Accepted) payload.GetString().ShouldBe(StatementVectors.Said);
        }
    }

    [Fact]
    public void Who_has_claims_key_id_and_signature_writes_the_token_again()
    {
        foreach (var (vector, curve) in StatementVectors.All.Where(v => v.Accepted).Select(v => (v, v.Key == TestKeys.BodyA)))
        {
            var token = Read(vector);
            SignedStatement.Write(StatementVectors.Type, System.Text.Json.Nodes.JsonNode.Parse(StatementVectors.Said)!.AsObject(), vector.Key.Id, curve, token.Split('.')[2]).ShouldBe(token);
        }
    }
}
