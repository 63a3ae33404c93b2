namespace Benchmarks.Films;

/// <summary>A real film of a list: what the generator starts from.</summary>
internal sealed record KnownFilm(string Title, string? OriginalTitle, int? Year);
