using Metadata.Client;

namespace Metadata.Operations;

internal static class Deadlines
{
    /// <summary>Ends the work on a request when its caller has stopped waiting for it.</summary>
    public static void UseDeadlines(this WebApplication app)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        app.Use((context, next) => RequestDeadline.Read(context.Request.Headers[RequestDeadline.Header]) is { } left
            ? AnswerWithinAsync(left, clock, context, next)
            : next(context));
    }

    private static async Task AnswerWithinAsync(TimeSpan left, TimeProvider clock, HttpContext context, RequestDelegate next)
    {
        var gone = context.RequestAborted;
        using var deadline = new CancellationTokenSource(left, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, gone);
        context.RequestAborted = either.Token;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException)
            when (deadline.IsCancellationRequested && !gone.IsCancellationRequested && !context.Response.HasStarted)
        {
            context.RequestAborted = gone;
            await Problems.Create(
                StatusCodes.Status504GatewayTimeout, $"The answer was not ready within the {left.TotalMilliseconds:0} ms "
                + $"that {RequestDeadline.Header} gave.").ExecuteAsync(context);
        }
        finally
        {
            context.RequestAborted = gone;
        }
    }
}
