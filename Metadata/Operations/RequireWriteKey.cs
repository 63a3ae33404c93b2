namespace Metadata.Operations;

/// <summary>Lets only those write who show the key.</summary>
internal sealed class RequireWriteKey(WriteKey key) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (key.Fits(http.Request.Headers.Authorization))
        {
            return await next(context);
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Create(StatusCodes.Status401Unauthorized,
            "Writes need the header 'Authorization: Bearer KEY' with the key of this service.");
    }
}
