namespace CredentialLedger.Api.Issuing;

/// <summary>What every signed document of this ledger says about the ledger itself, from the configuration section <c>Ledger</c>.</summary>
public sealed class ProgrammeSettings
{
    /// <summary>Where the public reaches this ledger: the start of the addresses of its status lists.</summary>
    public Uri PublicUri { get; init; } = new("http://127.0.0.1:5080");

    /// <summary>Origin of the verifiable log that the documents will be proved in (C2SP tlog-checkpoint).</summary>
    public string LogOrigin { get; init; } = "credentialledger.example/log";

    /// <summary>Code of the organisation that publishes the portal: the logos and marks that it may show are shown (clause 3). Without one, none is.</summary>
    public string? Publisher { get; init; }

    /// <summary>How long a status list may be relied on: at least two hours, since all are signed anew every hour, and at most 31 days. The longer, the longer an old one can be replayed; the shorter, the sooner a machine without network knows nothing.</summary>
    public TimeSpan StatusLifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Whether everything issued here carries the test mark.</summary>
    public bool Test { get; init; }
}
