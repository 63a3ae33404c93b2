using Gateway.Edge;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Reports;

internal static class CountPlay
{
    /// <summary>Counts that a visitor has started a film; once an hour for each. Takes no body and keeps nothing of the
    /// visitor.</summary>
    internal static Results<Accepted, Problem> Handle(int id, HttpContext context, VisitorReports reports)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
        {
            return new Problem(StatusCodes.Status413PayloadTooLarge, "A play is reported without a body.");
        }

        return reports.TryCount(context.Connection.RemoteIpAddress, id)
            ? TypedResults.Accepted((string?)null)
            : ReportEndpoints.NoRoom;
    }
}
