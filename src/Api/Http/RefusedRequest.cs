using CredentialLedger.Api.Portal.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CredentialLedger.Api.Http;

/// <summary>A refusal as it is answered: problem details to a program, a page to a person. The one place where the two part.</summary>
public sealed class RefusedRequest(ProblemDetails problem) : IResult, IStatusCodeHttpResult
{
    /// <summary>HTTP status.</summary>
    public int Status => problem.Status!.Value;

    int? IStatusCodeHttpResult.StatusCode => Status;

    /// <summary>The stable code.</summary>
    public string Code => (string)problem.Extensions["code"]!;

    /// <summary>The sentence in Thai.</summary>
    public string Thai => (string)problem.Extensions["titleTh"]!;

    /// <summary>The sentence in English.</summary>
    public string English => problem.Title!;

    /// <summary>A further member, such as the duty that is missing; null when there is none.</summary>
    public object? More(string name) => problem.Extensions.TryGetValue(name, out var value) ? value : null;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) =>
        RefusalPage.IsFor(httpContext.Request) ? RefusalPage.Answer(httpContext, this) : Results.Problem(problem).ExecuteAsync(httpContext);
}
