using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Audit;

/// <summary>A finding as a replay of the ledger gives it, before anybody has taken it up.</summary>
/// <param name="Finding">Its id.</param>
/// <param name="Rule">Code of the rule that found it.</param>
/// <param name="Thresholds">Version of the thresholds.</param>
/// <param name="Events">Ids of the events by which it shows.</param>
/// <param name="Persons">Whom it concerns.</param>
public sealed record Lead(Guid Finding, string Rule, string Thresholds, ValueList<Guid> Events, ValueList<Guid> Persons);
