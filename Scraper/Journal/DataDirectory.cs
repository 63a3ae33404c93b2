namespace Scraper.Journal;

/// <summary>Where databases and keys lie; key "DataDirectory", relative to the current directory.</summary>
internal sealed class DataDirectory(IConfiguration configuration)
{
    public string Path { get; } = configuration["DataDirectory"] is { Length: > 0 } configured ? configured : "data";
}
