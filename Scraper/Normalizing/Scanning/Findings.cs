namespace Scraper.Normalizing.Scanning;

/// <summary>What the readers found so far. The first to find a fact keeps it.</summary>
internal sealed class Findings
{
    public int? Year { get; set; }

    public int? Season { get; set; }

    public int? Episode { get; set; }

    public string? Quality { get; set; }

    public List<string> Genres { get; } = [];

    public List<string> Countries { get; } = [];

    public List<string> Directors { get; } = [];

    /// <summary>First marker of an instalment: what stands before it names the show.</summary>
    public int? FirstMarker { get; set; }

    /// <summary>Name of a programme that is known by name.</summary>
    public Span? Show { get; set; }

    public static void AddOnce(List<string> list, string value)
    {
        if (!list.Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            list.Add(value);
        }
    }
}
