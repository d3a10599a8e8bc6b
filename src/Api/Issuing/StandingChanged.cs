using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Writing;
using Wolverine.Marten;

namespace CredentialLedger.Api.Issuing;

/// <summary>A credential of this issuer changed how it stands: its lists must be published anew. Sent through the outbox, with the event or not at all.</summary>
public sealed record StandingChanged(string Issuer);

/// <summary>Publishes the lists of an issuer whose credential changed its standing.</summary>
public static class StandingChangedHandler
{
    /// <summary>Publish.</summary>
    public static Task Handle(StandingChanged message, StatusPublisher publisher, CancellationToken token) => publisher.Publish(message.Issuer, token);
}

/// <summary>Announces what a decider answered about a credential.</summary>
public static class Announcements
{
    /// <summary>Have the lists published with the outcome's events, where there are any.</summary>
    public static async Task<Outcome> Announce(this IMartenOutbox outbox, Deciding<Credential> deciding, Outcome outcome)
    {
        return outcome.Events.Count == 0 ? outcome : await outbox.Announce(deciding.Work, deciding.State!.Issued.Document.Issuer, outcome);
    }

    /// <summary>Have an issuer's lists published with what was decided.</summary>
    public static async Task<Outcome> Announce(this IMartenOutbox outbox, UnitOfWork work, string issuer, Outcome outcome)
    {
        outbox.Enroll(work.Session);
        await outbox.PublishAsync(new StandingChanged(issuer));
        return outcome;
    }
}
