namespace CredentialLedger.Projections.Reading;

/// <summary>Which rows of a read model a list shows and in what order, said twice: for the stored rows in SQL, which an index answers, and for those that are folded from events because the projection lags behind.</summary>
/// <param name="Where">The condition on <c>data</c> and <c>id</c>, its values from <c>$1</c> on.</param>
/// <param name="Order">The order of the rows.</param>
/// <param name="Values">The values.</param>
/// <param name="Holds">The same condition.</param>
/// <param name="By">The same order.</param>
public sealed record RowSelection<T>(string Where, string Order, IReadOnlyList<object> Values, Func<T, bool> Holds, Comparison<T> By) where T : class, IReadModel<T>;
