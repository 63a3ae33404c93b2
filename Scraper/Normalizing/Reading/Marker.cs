using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Reading;

/// <summary>A place in a title that says "this is an instalment".</summary>
internal readonly record struct Marker(string Rule, Span Span, int? Season = null, int? Episode = null);
