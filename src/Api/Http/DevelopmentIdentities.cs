namespace CredentialLedger.Api.Http;

/// <summary>Every development identity; none at all outside the Development environment.</summary>
public sealed class DevelopmentIdentities(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly Dictionary<string, DevelopmentIdentity> byName = environment.IsDevelopment()
        ? (configuration.GetSection(DevelopmentIdentity.Section).Get<DevelopmentIdentity[]>() ?? []).ToDictionary(i => i.Name)
        : [];

    /// <summary>The identity of that name, or null.</summary>
    public DevelopmentIdentity? Find(string name) => byName.GetValueOrDefault(name);
}
