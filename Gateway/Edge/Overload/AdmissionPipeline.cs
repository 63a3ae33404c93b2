namespace Gateway.Edge.Overload;

internal static class AdmissionPipeline
{
    public static readonly Problem TooMuch = new(
        StatusCodes.Status503ServiceUnavailable, "Too much is asked of this site at the moment. Try again shortly.")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    /// <summary>Answers 503 to what is too much to be worked on. Health checks are never refused.</summary>
    public static void UseAdmission(this IApplicationBuilder app)
    {
        var admission = app.ApplicationServices.GetRequiredService<Admission>();
        app.Use((context, next) => context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            ? next(context)
            : AnswerAsync(context, next, admission));
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, Admission admission)
    {
        if (!admission.TryEnter() && !await admission.WaitAsync(context.RequestAborted))
        {
            await TooMuch.ExecuteAsync(context);
            return;
        }

        // A place is left when the answer begins: however slowly a client takes it, it holds up nobody.
        var place = new AdmissionPlace(admission);
        context.Features.Set(place);
        context.Response.OnStarting(static place => ((AdmissionPlace)place).LeaveAsync(), place);
        try
        {
            await next(context);
        }
        finally
        {
            await place.LeaveAsync();
        }
    }
}
