using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Portal.Verification;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Verification;

/// <summary>Answers by number and check code, for whoever has the paper.</summary>
public sealed class NumberAnswers(CheckCodes codes, Documents documents, ProvenDocuments proven, CredentialVerification verification, VerifyAnswers answers)
{
    /// <summary>It has not the form of a number, or its two check digits do not fit: a slip that says nothing about what the ledger holds.</summary>
    public static readonly Rejection Malformed = new("verification.malformed-number", RejectionKind.Invalid, "number");

    /// <summary>The code is not that of the number, or nothing has that number: nobody is told which.</summary>
    public static readonly Rejection NoMatch = new("verification.no-such-number", RejectionKind.Missing, "code");

    /// <summary>The answer as of a moment that has come, or the one that refuses. Before the code fits, nothing is looked for, so that the time it takes tells nothing either.</summary>
    public async Task<(NumberAnswer? Answer, IResult? Refusal)> Of(string typed, string code, DateTimeOffset at, string? name, CancellationToken token)
    {
        if (CheckCodes.NumberIn(typed) is not { } number) return (null, Problem.Of(Malformed));
        if (!codes.Fits(number, code) || await documents.Numbered(number, token) is not { } credential) return (null, Problem.Of(NoMatch));
        if (await documents.Read(credential, token) is not { } stored) return (null, Problem.Of(StatusCodes.Status410Gone, "credential.holder-erased"));
        var document = await proven.Prove(credential, stored, token);
        // What it says does not hang on which keys were known at the moment that was asked for.
        var content = (await verification.Of(document, at, token)).Content ?? throw new InvalidDataException($"The document of {credential} is not as it was signed.");
        return (NumberAnswer.Of(content, (await answers.Of(document, at, token)).Answer, name), null);
    }
}
