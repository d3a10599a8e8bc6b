using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Privacy;

/// <summary>Who decides on erasures besides the demo's one officer: nobody decides on what they asked for, so that tests need more.</summary>
internal static class Officers
{
    public const string First = "privacy-officer", Second = "agency-accreditor", Third = "coordinator-ocsc";

    /// <summary>Appoint the second and the third; again, nothing happens.</summary>
    public static async Task AppointAsync(this LedgerHost host)
    {
        foreach (var (appointment, person) in ((string, string)[])[("ab000000-0000-4000-8000-0000000000f2", "d0000000-0000-4000-8000-0000000000ad"), ("ab000000-0000-4000-8000-0000000000f3", "d0000000-0000-4000-8000-0000000000c1")])
            (await host.PutAsync("representative-ocsc", $"/api/appointments/{appointment}", new { person, duty = "decide-erasure" })).Status.ShouldBeOneOf(200, 201);
    }
}
