namespace Scraper.Sources;

/// <summary>What has to be known of a source before it is made.</summary>
/// <param name="Defaults">Its settings where the configuration is silent.</param>
/// <param name="ReadTarget">Reads a target as an editor writes it; throws <see cref="FormatException"/>.</param>
/// <param name="Create">Makes the source with its settings.</param>
internal sealed record SourceRegistration(
    string Name,
    SourceOptions Defaults,
    Func<string, SourceTarget> ReadTarget,
    Func<IServiceProvider, SourceOptions, ISource> Create);
