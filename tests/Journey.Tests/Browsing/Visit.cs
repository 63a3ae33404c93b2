using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Journey.Tests.Browsing;

/// <summary>
/// One visitor with an empty profile. Requests to the site go through; the hosts' players are answered with a page of
/// our own; every other address is refused. All that is not the site is noted.
/// </summary>
internal sealed class Visit : IAsyncDisposable
{
    private const string PlayerText = "the host's player";

    private static readonly string[] Embeds = ["https://rutube.ru/play/embed/", "https://archive.org/embed/"];

    private readonly ConcurrentQueue<string> _foreign = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly IBrowserContext _context;
    private readonly Uri _site;

    private Visit(IBrowserContext context, IPage page, Uri site)
    {
        _context = context;
        _site = site;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Requests to any other origin than the site's.</summary>
    public IReadOnlyCollection<string> ForeignRequests => _foreign;

    /// <summary>What the page wrote to the console as an error, and exceptions that nobody caught.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    public static async Task<Visit> BeginAsync(IBrowser browser, Uri site, ViewportSize screen, ColorScheme scheme)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            ViewportSize = screen,
            ColorScheme = scheme,
            Locale = "ru-RU",
        });
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page, site);
        await context.RouteAsync(_ => true, visit.AnswerAsync);
        page.PageError += (_, error) => visit._errors.Enqueue(error);
        page.Console += (_, message) => visit.Note(message);
        return visit;
    }

    /// <summary>Opens a page of the site and returns its HTTP status.</summary>
    public async Task<int> OpenAsync(string path) => (await Page.GotoAsync(path))!.Status;

    /// <summary>Opens a film from the list that is shown.</summary>
    public Task ChooseFilmAsync(string title) =>
        Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();

    /// <summary>Presses play on a film's page and waits until the host's player is there.</summary>
    public async Task PlayAsync(string title, string host)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = $"Смотреть «{title}» на {host}" }).ClickAsync();
        await Assertions.Expect(Page.FrameLocator("iframe").GetByText(PlayerText)).ToBeVisibleAsync();
    }

    public Task<string> BackgroundAsync() =>
        Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private async Task AnswerAsync(IRoute route)
    {
        var url = route.Request.Url;
        if (_site.IsBaseOf(new Uri(url)))
        {
            await route.ContinueAsync();
            return;
        }

        _foreign.Enqueue(url);
        if (Embeds.Any(embed => url.StartsWith(embed, StringComparison.Ordinal)))
        {
            await route.FulfillAsync(new() { ContentType = "text/html", Body = $"<p>{PlayerText}</p>" });
        }
        else
        {
            await route.AbortAsync();
        }
    }

    private void Note(IConsoleMessage message)
    {
        // A page that is truly missing answers 404, which the browser reports by itself.
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            _errors.Enqueue(message.Text);
        }
    }
}
