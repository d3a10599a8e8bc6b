namespace CredentialLedger.Api.OpenApi;

/// <summary>A request body that shows what it looks like, in the API's reference and to the tests that send it.</summary>
public interface IExample<TSelf> where TSelf : IExample<TSelf>
{
    /// <summary>A body that the endpoint takes, given the demo programme's records.</summary>
    static abstract TSelf Example { get; }
}
