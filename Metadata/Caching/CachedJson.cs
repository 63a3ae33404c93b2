using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Metadata.Caching;

/// <summary>An answer 200 whose JSON is already written.</summary>
/// <typeparam name="T">The shape that the JSON has.</typeparam>
internal sealed class CachedJson<T>(byte[] body) : IResult, IEndpointMetadataProvider
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}
