using CredentialLedger.Api.Credentials;
using CredentialLedger.Domain.Credentials;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>How a signing key stands on a day, as people say it.</summary>
internal static class SigningKeyWords
{
    /// <summary>The sentence, and the class of its looks. What is worst is said: a stolen key may have ended too.</summary>
    public static (string Sentence, string Class) Of(Language language, SigningKeysView.RegisteredKey key, DateOnly today) => key switch
    {
        { Fraudulent: true, KnownOn: { } known } => (language["keys.false", language.Of(known)], "late"),
        { CompromisedFrom: { } stolen } => (language["keys.stolen", language.Of(stolen)], "late"),
        { Until: { } until } when until <= key.From => (language["keys.never-signed"], "off"),
        { Until: { } until } when until <= today => (language["keys.ended", language.Of(until.AddDays(-1))], "off"),
        _ when key.From > today => (language["keys.will-sign", language.Of(key.From)], "off"),
        { Until: { } until } => (language["keys.signs-until", language.Of(until.AddDays(-1))], "on"),
        _ => (language["keys.signs", language.Of(key.From)], "on"),
    };

    /// <summary>The words' code of a kind of key.</summary>
    public static string Of(KeyAlgorithm algorithm) => algorithm is KeyAlgorithm.Rsa ? "keys.rsa" : "keys.ecdsa";
}
