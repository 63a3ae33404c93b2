namespace Metadata.Operations;

internal static class HeadRequests
{
    /// <summary>Answers HEAD as GET, without the body. To stand before routing, which knows only GET.</summary>
    public static void UseHeadAsGet(this WebApplication app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }

        return next(context);
    });
}
