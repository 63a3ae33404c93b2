namespace Scraper.Sources;

/// <summary>A source and the settings it was made with.</summary>
internal sealed record ConfiguredSource(ISource Source, SourceOptions Options)
{
    public string Name => Source.Name;
}

/// <summary>Every source this program can read.</summary>
internal sealed class SourceCatalog(IReadOnlyList<ConfiguredSource> all)
{
    public IReadOnlyList<ConfiguredSource> All { get; } = all;

    /// <summary>The source of that name; null when there is none.</summary>
    public ConfiguredSource? Find(string name) =>
        All.FirstOrDefault(source => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name that somebody who wrote an unknown one most likely meant.</summary>
    public string Nearest(string name) => NearestName.Of(name, All.Select(source => source.Name));
}
