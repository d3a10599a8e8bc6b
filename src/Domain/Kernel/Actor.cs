namespace CredentialLedger.Domain.Kernel;

/// <summary>Who acts, for which organisation, under which duty, and by what authority.</summary>
/// <param name="Person">The acting person's id; never a name.</param>
/// <param name="Organisation">Code of the organisation on whose behalf the person acts.</param>
/// <param name="Duty">Code of the duty relied on.</param>
/// <param name="Authority">What entitles the person to the duty: <c>development</c> until appointments exist.</param>
[Stored("person", "organisation", "duty", "authority")]
public sealed record Actor(Guid Person, string Organisation, string Duty, string Authority);
