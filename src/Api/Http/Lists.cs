namespace CredentialLedger.Api.Http;

/// <summary>What is common to views that list something of the whole ledger.</summary>
public static class Lists
{
    /// <summary>The answer while the read model behind a list is being built, as after an upgrade: half a list would pass for a whole one.</summary>
    public static IResult BeingBuilt => Problem.Of(StatusCodes.Status503ServiceUnavailable, "list.being-built");
}
