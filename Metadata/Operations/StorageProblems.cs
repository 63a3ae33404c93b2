using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Metadata.Operations;

/// <summary>Answers a failure of the database with its name, and tells the operator in one line.</summary>
internal sealed partial class StorageProblems(IProblemDetailsService problems, ILogger<StorageProblems> logger)
    : IExceptionHandler
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (StorageFailure.Of(exception) is not { } failure)
        {
            return false;
        }

        StorageFailed(failure.Name, httpContext.Request.Method, httpContext.Request.Path, exception.GetBaseException().Message);
        var response = httpContext.Response;
        response.StatusCode = failure.Status;
        if (failure.Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        await problems.WriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            Exception = exception,
            ProblemDetails = new ProblemDetails { Status = failure.Status, Type = failure.Type, Detail = failure.Detail },
        });
        return true;
    }

    [LoggerMessage(LogLevel.Error, "{Failure}: {Method} {Path} failed ({Reason})")]
    private partial void StorageFailed(string failure, string method, string path, string reason);
}
