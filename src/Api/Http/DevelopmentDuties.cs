using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Http;

/// <summary>What the personas of a development ledger may do, until appointments say it; nobody may do anything outside the Development environment.</summary>
public sealed class DevelopmentDuties(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly Dictionary<Guid, Entry> byPerson = environment.IsDevelopment()
        ? (configuration.GetSection("Development:Duties").Get<Entry[]>() ?? []).ToDictionary(e => e.Person)
        : [];

    /// <summary>The principal acting under a duty that they have; null when they have it not.</summary>
    public Actor? Under(Guid principal, Duty duty) =>
        byPerson.GetValueOrDefault(principal) is { } entry && entry.Duties.Contains(duty.Code) ? new(principal, entry.Organisation, duty.Code, "development") : null;

    private sealed record Entry(Guid Person, string Organisation, string[] Duties);
}
