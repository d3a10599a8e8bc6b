namespace CredentialLedger.Domain.Kernel;

/// <summary>A fact that happened: immutable, past tense, stored once and for good (row R-EVENT).</summary>
public abstract record LedgerEvent;

/// <summary>An event that concerns one person. The person is a random id; nothing in the open part of an event names them.</summary>
public interface IAbout
{
    /// <summary>The person's stream id, stored in every such event under the name <c>person</c>.</summary>
    Guid Person { get; }
}
