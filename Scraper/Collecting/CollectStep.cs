namespace Scraper.Collecting;

/// <summary>The steps a video can fail in, as reports name them.</summary>
internal static class CollectStep
{
    public const string Fetch = "fetch";
    public const string Parse = "parse";
    public const string Normalize = "normalize";
    public const string Outbox = "outbox";
    public const string Publish = "publish";
}
