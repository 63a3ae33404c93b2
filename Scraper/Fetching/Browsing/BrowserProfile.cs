using Microsoft.Playwright;

namespace Scraper.Fetching.Browsing;

/// <summary>One site's profile in the browser.</summary>
internal sealed class BrowserProfile(IBrowserContext context, RunningBrowser browser, Uri site)
{
    private const int MaxCharacters = BoundedBody.MaxBytes;

    public RunningBrowser Browser => browser;

    public Uri Site => site;

    /// <summary>Pages shown so far.</summary>
    public int Pages { get; private set; }

    /// <summary>The page's elements as text, once it is whole. Ends when cancelled, even if the page hangs.</summary>
    /// <exception cref="IOException">The page does not become whole.</exception>
    public async Task<string> RenderAsync(RenderOrder order, CancellationToken cancellationToken)
    {
        Pages++;
        try
        {
            return await ShowAsync(order).WaitAsync(cancellationToken);
        }
        catch (Exception failed) when (failed is PlaywrightException or TimeoutException)
        {
            throw new IOException($"the browser cannot show {order.Url}: {failed.Message.Split('\n')[0]}", failed);
        }
    }

    public Task CloseAsync() => context.CloseAsync();

    private async Task<string> ShowAsync(RenderOrder order)
    {
        var patience = (float)order.Patience.TotalMilliseconds;
        var page = await context.NewPageAsync();
        page.Popup += (_, popup) => _ = popup.CloseAsync();
        await page.RouteAsync(_ => true, order.AnswerAsync);
        await page.RouteWebSocketAsync(_ => true, socket => _ = socket.CloseAsync());
        await page.GotoAsync(order.Url.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = patience });
        if (order.Rules.WaitFor is { } css)
        {
            await page.WaitForSelectorAsync(css, new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached, Timeout = patience });
        }
        else
        {
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle, new PageWaitForLoadStateOptions { Timeout = patience });
        }

        var length = await page.EvaluateAsync<long>("document.documentElement.outerHTML.length");
        if (length > MaxCharacters)
        {
            throw new IOException($"{order.Url} grows to {length} characters, more than a page of a listing needs");
        }

        var html = await page.ContentAsync();
        await page.CloseAsync();
        return html;
    }
}
