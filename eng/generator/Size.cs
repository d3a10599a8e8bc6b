namespace CredentialLedger.Generator;

/// <summary>How much to make up.</summary>
public sealed record Size(int People, int Completions, int Results)
{
    /// <summary>What "How good" in the plan asks for.</summary>
    public static readonly Size Default = new(10_000, 50_000, 20_000);
}
