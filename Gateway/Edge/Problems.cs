using Microsoft.AspNetCore.Diagnostics;

namespace Gateway.Edge;

internal static class Problems
{
    public static readonly Problem OfOurs = new(
        StatusCodes.Status500InternalServerError,
        "Something went wrong here. Try again; if it stays, quote the trace id to whoever runs this site.");

    /// <summary>Turns exceptions and empty error answers into problems that say nothing of the inside.</summary>
    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => FromException(context).ExecuteAsync(context),
            AllowStatusCode404Response = true,
        });
        app.UseStatusCodePages(context => FromStatus(context.HttpContext).ExecuteAsync(context.HttpContext));
    }

    /// <summary>Documents the problems of a route.</summary>
    public static TBuilder Fails<TBuilder>(this TBuilder route, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata([.. statuses.Select(status =>
            new ProducesResponseTypeMetadata(status, typeof(ProblemBody), [Problem.ContentType]))]);

    private static Problem FromException(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
            ? new Problem(bad.StatusCode, "The request could not be read. Check its address, headers and body.")
            : OfOurs;

    private static Problem FromStatus(HttpContext context) => new(
        context.Response.StatusCode, context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "There is nothing at this address. The API is described at /swagger.",
            StatusCodes.Status405MethodNotAllowed =>
                $"This address does not take {context.Request.Method}. It takes {context.Response.Headers.Allow}.",
            _ => "The request was refused.",
        });
}
