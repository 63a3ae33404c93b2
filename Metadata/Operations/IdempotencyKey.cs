using Metadata.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Operations;

/// <summary>Names a request, so that repeating it does not repeat its effect.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>What is wrong with a key; null when nothing is.</summary>
    public static ProblemHttpResult? Problem(string? key) =>
        key?.Length is > 0 and <= MovieModel.MaxReceiptKeyLength && key.All(letter => letter is > ' ' and <= '~')
            ? null
            : Problems.BadParameters(new(StringComparer.Ordinal)
            {
                [Header] = [$"The header {Header} is required: 1 to {MovieModel.MaxReceiptKeyLength} visible ASCII "
                    + "characters, new for every request."],
            });

    public static ProblemHttpResult UsedOtherwise(string key) => Problems.Create(StatusCodes.Status422UnprocessableEntity,
        $"The {Header} '{key}' was used for another request. Send every one with a key of its own.");
}
