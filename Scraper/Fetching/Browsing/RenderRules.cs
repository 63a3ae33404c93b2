using Microsoft.Playwright;

namespace Scraper.Fetching.Browsing;

/// <summary>What a page needs to be whole, and what it may load for that.</summary>
/// <param name="Site">Pages of one site may share a profile.</param>
/// <param name="WaitFor">A selector that stands on the page when it is whole; null waits until its requests have ended.</param>
/// <param name="Blocked">Kinds of resources that are not loaded, in the browser's own words.</param>
/// <param name="Hosts">Hosts besides the scope's own that may be asked.</param>
internal sealed record RenderRules(
    Uri Site, string? WaitFor, IReadOnlyList<string> Blocked, IReadOnlyList<string> Hosts);

/// <summary>A page to be rendered: its document is fetched already.</summary>
/// <param name="Patience">How long the page may take to become whole.</param>
/// <param name="AnswerAsync">Answers whatever the page asks for; nothing else does.</param>
internal sealed record RenderOrder(Uri Url, RenderRules Rules, TimeSpan Patience, Func<IRoute, Task> AnswerAsync);
