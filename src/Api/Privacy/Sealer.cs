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
    public async Task<Sealed<string>?> Remark<TEvent>(Guid? person, string? text, CancellationToken token) where TEvent : LedgerEvent =>
        person is not { } id || string.IsNullOrEmpty(text) ? null
        : await KeyOf(id, token) is { } key ? key.Seal<TEvent, string>("remark", text) : throw new ErasedException(id);

    /// <summary>The remark inside an event; null without one, or once the person's data was erased.</summary>
    public async Task<string?> OpenRemark<TEvent>(Sealed<string>? remark, CancellationToken token) where TEvent : LedgerEvent =>
        remark is not null && await KeyOf(remark.Person, token) is { } key ? key.Open<TEvent, string>("remark", remark) : null;
}

/// <summary>Something was to be sealed for a person whose key was destroyed. The caller's fault, and nothing is recorded.</summary>
public sealed class ErasedException(Guid person) : Exception($"The data of {person} was erased.");
