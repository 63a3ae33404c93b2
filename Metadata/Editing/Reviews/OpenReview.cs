using Metadata.Data;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Editing.Reviews;

/// <summary>Only an open question can be decided.</summary>
internal static class OpenReview
{
    public static ProblemHttpResult Unknown(int id) => Problems.NotFound($"There is no review with id {id}.");

    /// <summary>The refusal of a second decision; null when the question is open.</summary>
    public static ProblemHttpResult? Decided(ReviewPair pair) => pair.State == ReviewState.Open
        ? null
        : Problems.Conflict($"The review {pair.Id} has been {(pair.State == ReviewState.Accepted ? "accepted" : "rejected")} "
            + "already; undo that change to decide again.");
}
