using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Privacy;

/// <summary>Seals and opens one person's data for one request; the deciders only ever see it sealed.</summary>
public sealed class Sealer(PersonKeys keys)
{
    private readonly Dictionary<Guid, PersonKey?> known = [];

    /// <summary>The person's key, or null for somebody who is unknown or erased.</summary>
    public async Task<PersonKey?> KeyOf(Guid person, CancellationToken token)
    {
        if (!known.TryGetValue(person, out var key)) known[person] = key = await keys.Get(person, token);
        return key;
    }

    /// <summary>A remark about a person, sealed for the field <c>remark</c> of an event; null without text or without a person.</summary>
    /// <exception cref="ErasedException">The person's data was erased.</exception>
    public Task<Sealed<string>?> Remark<TEvent>(Guid? person, string? text, CancellationToken token) where TEvent : LedgerEvent => Text<TEvent>("remark", person, text, token);

    /// <summary>A text about a person, sealed for a field of an event; null without text or without a person.</summary>
    /// <exception cref="ErasedException">The person's data was erased.</exception>
    public async Task<Sealed<string>?> Text<TEvent>(string field, Guid? person, string? text, CancellationToken token) where TEvent : LedgerEvent =>
        person is not { } id || string.IsNullOrWhiteSpace(text) ? null
        : await KeyOf(id, token) is { } key ? key.Seal<TEvent, string>(field, text) : throw new ErasedException(id);

    /// <summary>The remark inside an event; null without one, or once the person's data was erased.</summary>
    public Task<string?> OpenRemark<TEvent>(Sealed<string>? remark, CancellationToken token) where TEvent : LedgerEvent => OpenText<TEvent>("remark", remark, token);

    /// <summary>The text in a field of an event; null without one, or once the person's data was erased.</summary>
    public async Task<string?> OpenText<TEvent>(string field, Sealed<string>? text, CancellationToken token) where TEvent : LedgerEvent =>
        text is not null && await KeyOf(text.Person, token) is { } key ? key.Open<TEvent, string>(field, text) : null;
}

/// <summary>Something was to be sealed for a person whose key was destroyed. The caller's fault, and nothing is recorded.</summary>
public sealed class ErasedException(Guid person) : Exception($"The data of {person} was erased.");
