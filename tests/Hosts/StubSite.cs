using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Hosts;

/// <summary>Serves films as a site of its own making does: as plain pages, with structured data, or by scripts alone.</summary>
public sealed class StubSite : IAsyncDisposable
{
    /// <summary>Films on one page of the listing.</summary>
    public int PageSize { get; set; } = 3;

    private StubSite()
    {
    }

    public StubHost Host { get; private set; } = null!;

    public IList<SiteFilm> Films { get; } = [.. SiteFilm.Some];

    /// <summary>What a page of the site holds besides its own; goes in as it is.</summary>
    public string Extra { get; set; } = "";

    public static Task<StubSite> StartPlainAsync() => StartAsync(site => context => AnswerAsync(context, site.Plain));

    public static Task<StubSite> StartStructuredAsync() => StartAsync(site => context => AnswerAsync(context, site.Structured));

    public static Task<StubSite> StartScriptedAsync() => StartAsync(site => context => AnswerAsync(context, site.Scripted));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static async Task<StubSite> StartAsync(Func<StubSite, RequestDelegate> answer)
    {
        var site = new StubSite();
        site.Host = await StubHost.StartAsync(answer(site));
        return site;
    }

    private static Task AnswerAsync(HttpContext context, Func<HttpContext, string?> page)
    {
        var body = page(context);
        context.Response.StatusCode = body is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = body is ['[', ..] ? "application/json" : "text/html; charset=utf-8";
        return context.Response.WriteAsync(body ?? "<!doctype html><title>404</title>");
    }

    private string? Plain(HttpContext context) => context.Request.Path.Value switch
    {
        "/films/" => SitePages.PlainList(PageOf(context), NumberOf(context), Films.Count > NumberOf(context) * PageSize, Extra),
        var path => Find(path, "/film/") is { } film ? SitePages.PlainFilm(film) : null,
    };

    private string? Structured(HttpContext context) => context.Request.Path.Value switch
    {
        "/catalogue" => SitePages.StructuredList(PageOf(context), Extra),
        var path => Find(path, "/watch/") is { } film ? SitePages.StructuredFilm(film) : null,
    };

    private string? Scripted(HttpContext context) => context.Request.Path.Value switch
    {
        "/films" => SitePages.ScriptedList(Extra),
        "/api/films" => SitePages.ScriptedData(PageOf(context)),
        _ => null,
    };

    private SiteFilm? Find(string? path, string before) => path is not null
        && path.StartsWith(before, StringComparison.Ordinal)
        && int.TryParse(path.AsSpan(before.Length), CultureInfo.InvariantCulture, out var id)
            ? Films.FirstOrDefault(film => film.Id == id)
            : null;

    private List<SiteFilm> PageOf(HttpContext context) => [.. Films.Skip((NumberOf(context) - 1) * PageSize).Take(PageSize)];

    private static int NumberOf(HttpContext context) =>
        int.TryParse(context.Request.Query["page"], CultureInfo.InvariantCulture, out var number) ? number : 1;

    /// <summary>Text as it stands between tags.</summary>
    internal static string Text(string text) => WebUtility.HtmlEncode(text);
}
