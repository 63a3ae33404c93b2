using Benchmarks.Films;
using Benchmarks.Processes;

namespace Benchmarks;

/// <summary>What scenarios share: the plan, the films, and running services that are filled once.</summary>
internal sealed class Bench(Plan plan, FilmMaker films) : IDisposable
{
    private readonly Dictionary<int, MetadataProcess> _catalogues = [];

    public Plan Plan => plan;

    public FilmMaker Films => films;

    /// <summary>A service on SQLite with so many films; filled by the first scenario that asks.</summary>
    public MetadataProcess Catalogue(int count)
    {
        if (!_catalogues.TryGetValue(count, out var catalogue))
        {
            Say($"filling a catalogue of {count:N0} films");
            _catalogues[count] = catalogue = new MetadataProcess(database: "");
            var created = catalogue.Load(films, count).Created;
            Say($"{created:N0} of them were new to the service");
        }

        return catalogue;
    }

    /// <summary>Tells on standard error what is going on; standard output is the report.</summary>
    public static void Say(string what) => Console.Error.WriteLine($"  … {what}");

    public void Dispose()
    {
        foreach (var catalogue in _catalogues.Values)
        {
            catalogue.Dispose();
        }
    }
}
