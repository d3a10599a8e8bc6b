namespace CredentialLedger.Portal.Tests.Rig;

/// <summary>One running portal for all the tests: it starts slowly.</summary>
[CollectionDefinition(nameof(PortalSite))]
public sealed class OneSite : ICollectionFixture<PortalSite>;
