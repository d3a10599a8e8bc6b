using System.Text.Json.Serialization;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Credentials;

/// <summary>Something about a signing key that would be taken from the caller now.</summary>
/// <param name="Act">What.</param>
/// <param name="Organisation">For whom they would act: the value of the header <c>Acting-For</c>.</param>
/// <param name="Successors">The keys that could sign instead; empty where the act names none.</param>
public sealed record OpenKeyAct(KeyAct Act, string Organisation, ValueList<string> Successors);

/// <summary>What is done about a signing key.</summary>
public enum KeyAct
{
    /// <summary>Let another key sign instead.</summary>
    [JsonStringEnumMemberName("rotate")] Rotate,

    /// <summary>End it without a successor.</summary>
    [JsonStringEnumMemberName("cease")] Cease,

    /// <summary>Report that somebody else may hold it.</summary>
    [JsonStringEnumMemberName("report-compromise")] ReportCompromise,

    /// <summary>Declare that it never was its organisation's.</summary>
    [JsonStringEnumMemberName("declare-fraudulent")] DeclareFraudulent,
}

/// <summary>Finds out what can be done about a signing key by asking the deciders themselves, as <see cref="OpenActs"/> does: with a reference that says nothing, and the first day that each could take.</summary>
public static class OpenKeyActs
{
    private const string Reference = "-";

    /// <summary>What these officers could do.</summary>
    /// <param name="key">The key.</param>
    /// <param name="keys">Every key, among them those that could follow it.</param>
    /// <param name="agreement">The agreement.</param>
    /// <param name="officers">For whom the caller keeps keys.</param>
    /// <param name="today">Today in Thailand.</param>
    public static IReadOnlyList<OpenKeyAct> Of(SigningKey key, IReadOnlyList<SigningKey> keys, Agreement? agreement, IReadOnlyList<Actor> officers, DateOnly today)
    {
        var tomorrow = today.AddDays(1);
        var found = new List<OpenKeyAct>();
        foreach (var by in officers)
        {
            ValueList<string> successors = [.. keys.Where(next => IsTaken(new RotateSigningKey(next.Registered.Key, next.Registered.From > tomorrow ? next.Registered.From : tomorrow).Decide(key, next, by, today))).Select(next => next.Registered.Key)];
            Offer(KeyAct.Rotate, by, successors.Count > 0, successors);
            Offer(KeyAct.Cease, by, IsTaken(new CeaseSigningKey(tomorrow).Decide(key, agreement, by, today)));
            Offer(KeyAct.ReportCompromise, by, IsTaken(new ReportCompromise(key.Compromised is { From: var from } ? from > DateOnly.MinValue ? from.AddDays(-1) : from : today, Reference).Decide(key, agreement, by, today)));
            Offer(KeyAct.DeclareFraudulent, by, IsTaken(new DeclareKeyFraudulent(Reference).Decide(key, agreement, by, today)));
        }

        return found;

        void Offer(KeyAct act, Actor by, bool taken, ValueList<string>? successors = null)
        {
            if (taken && found.All(o => o.Act != act)) found.Add(new(act, by.Organisation, successors ?? []));
        }
    }

    private static bool IsTaken(Outcome outcome) => outcome.Events.Count > 0;
}
