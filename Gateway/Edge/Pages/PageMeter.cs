using System.Diagnostics.Metrics;

namespace Gateway.Edge.Pages;

/// <summary>Counts what visitors of kept pages were given: cinema.gateway.pages by outcome.</summary>
internal sealed class PageMeter
{
    public const string Name = "cinema.gateway";

    private static readonly Counter<long> Pages = new Meter(Name).CreateCounter<long>(
        "cinema.gateway.pages", "{page}", "Pages answered, by what they were: current, made, stale, refused.");

    public static readonly PageMeter Current = new("current");
    public static readonly PageMeter Made = new("made");
    public static readonly PageMeter Stale = new("stale");
    public static readonly PageMeter Refused = new("refused");

    private readonly KeyValuePair<string, object?> _outcome;

    private PageMeter(string outcome) => _outcome = new("outcome", outcome);

    public void Add() => Pages.Add(1, _outcome);
}
