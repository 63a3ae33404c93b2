namespace Gateway.Edge.Limits;

internal static class RateLimits
{
    /// <summary>Answers 429 to a client that asks for too much. Health checks are never refused.</summary>
    public static void UseRateLimits(this IApplicationBuilder app)
    {
        var own = app.ApplicationServices.GetRequiredService<RateLimiter>();
        var shared = app.ApplicationServices.GetRequiredService<SharedLimits>();
        var limits = app.ApplicationServices.GetRequiredService<RateLimitPolicies>();
        app.Use((context, next) =>
        {
            if (RequestCost.Of(context.Request) is not { } cost)
            {
                return next(context);
            }

            var client = ClientKey.Of(context.Connection.RemoteIpAddress);
            if (shared.IsConfigured)
            {
                return AskAllAsync(context, next, client, cost);
            }

            var wait = own.Admit(client, cost);
            return wait == TimeSpan.Zero ? next(context) : limits.Refuse(context, cost, wait);
        });

        async Task AskAllAsync(HttpContext context, RequestDelegate next, ulong client, RequestCost cost)
        {
            var wait = await shared.AdmitAsync(client, cost);
            await (wait == TimeSpan.Zero ? next(context) : limits.Refuse(context, cost, wait));
        }
    }
}
