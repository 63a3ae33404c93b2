using System.Net.Http.Headers;

namespace Metadata.Client;

/// <summary>Who changes the catalogue, and why; kept in the journal.</summary>
/// <param name="Actor">1 to 100 characters.</param>
/// <param name="Reason">Up to 500 characters.</param>
public sealed record EditorNote(string Actor, string? Reason = null)
{
    /// <summary>The actor of scheduled and commanded scrapes.</summary>
    public const string Scraper = "scraper";

    /// <summary>Header that carries the actor, percent-encoded UTF-8.</summary>
    public const string ActorHeader = "X-Actor";

    /// <summary>Header that carries the reason, percent-encoded UTF-8.</summary>
    public const string ReasonHeader = "X-Reason";

    internal void WriteTo(HttpRequestHeaders headers)
    {
        headers.Add(ActorHeader, Uri.EscapeDataString(Actor));
        if (Reason is not null)
        {
            headers.Add(ReasonHeader, Uri.EscapeDataString(Reason));
        }
    }
}
