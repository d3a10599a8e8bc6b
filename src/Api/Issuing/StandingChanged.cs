namespace CredentialLedger.Api.Issuing;

/// <summary>A credential of this issuer was revoked: its lists must be published anew. Sent through the outbox, with the event or not at all.</summary>
public sealed record StandingChanged(string Issuer);

/// <summary>Publishes the lists of an issuer whose credential changed its standing.</summary>
public static class StandingChangedHandler
{
    /// <summary>Publish.</summary>
    public static Task Handle(StandingChanged message, StatusPublisher publisher, CancellationToken token) => publisher.Publish(message.Issuer, token);
}
