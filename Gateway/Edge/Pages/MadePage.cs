using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Pages;

/// <summary>Makes the answer of a key, with services of its own: it may outlive the visitor who asked first.</summary>
internal delegate Task<Results<FinishedAnswer, Problem>> PageMaking(
    IServiceProvider services, CancellationToken cancellationToken);

/// <summary>What came of making a page.</summary>
/// <param name="Page">What is kept of it; null when it is nothing to keep.</param>
/// <param name="Older">A page of an earlier state of the catalogue, found on the way.</param>
internal sealed record MadePage(Results<FinishedAnswer, Problem> Result, Page? Page = null, Page? Older = null)
{
    public bool IsFailure => Result.Result is Problem { Status: >= StatusCodes.Status500InternalServerError };
}
