using System.Reflection;
using Metadata.Client;
using Microsoft.AspNetCore.Http.Metadata;

namespace Metadata.Caching;

/// <summary>An answer 200 whose JSON is already written.</summary>
/// <typeparam name="T">The shape that the JSON has.</typeparam>
/// <param name="stamp">State of the catalogue that it belongs to; null when it belongs to none.</param>
/// <param name="hit">The cache's key when the answer came from memory: then the next request for the same address need
/// not be read at all.</param>
internal sealed class CachedJson<T>(byte[] body, long? stamp = null, string? hit = null) : IResult, IEndpointMetadataProvider
{
    public ReadOnlyMemory<byte> Body => body;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (hit is not null)
        {
            httpContext.RequestServices.GetRequiredService<AnswerAddresses>().Learn(httpContext, hit);
        }

        return CachedBody.WriteAsync(httpContext, body, stamp);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

internal static class CachedBody
{
    public static Task WriteAsync(HttpContext context, byte[] body, long? stamp)
    {
        if (stamp is { } state)
        {
            context.Response.Headers[CatalogueMark.Header] = CatalogueMark.Write(state);
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
