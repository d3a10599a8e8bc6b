namespace CredentialLedger.Benchmarks;

/// <summary>How long and what to measure.</summary>
/// <param name="Rounds">Rounds of each comparison that count.</param>
/// <param name="Slice">Time of each contender in a round.</param>
/// <param name="Events">Events to replay, about.</param>
/// <param name="Only">Names of the benchmarks; none for all.</param>
/// <param name="Work">Folder for the cluster and the files.</param>
/// <param name="Xmlsec">The program that verifies with libxmlsec1.</param>
/// <param name="Batch">Decisions of the batch to issue.</param>
public sealed record Settings(int Rounds, TimeSpan Slice, int Events, string[] Only, string Work, string Xmlsec, int Batch = 10_000)
{
    /// <summary>Whether the benchmark is asked for.</summary>
    public bool Has(string benchmark) => Only.Length == 0 || Only.Contains(benchmark);
}
