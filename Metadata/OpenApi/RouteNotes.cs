using Metadata.Movies;

namespace Metadata.OpenApi;

/// <summary>Tells the OpenAPI document what routes read for themselves: they do so to name everything that is wrong.</summary>
internal static class RouteNotes
{
    /// <summary>The route reads a JSON body of this shape.</summary>
    public static RouteHandlerBuilder TakesJson<T>(this RouteHandlerBuilder route)
        where T : notnull => route.WithMetadata(new JsonBody(typeof(T))).ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    /// <summary>The route reads these from its query string.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route, IReadOnlyList<QueryParameter<T>> parameters) =>
        route.WithMetadata(new DocumentedParameters(parameters)).ProducesValidationProblem();

    /// <summary>Problems that the route answers with, beside those of its body and its query string.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params IReadOnlyList<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.ProducesProblem(status);
        }

        return route;
    }
}
