using BenchmarkDotNet.Attributes;
using Benchmarks.Films;
using Metadata.Matching;

namespace Benchmarks.Parts;

/// <summary>The key by which an upload finds its film: made once for every title of every upload.</summary>
[MemoryDiagnoser]
public class TitleKeyBenchmarks
{
    private const int Titles = 1_000;

    private string[] _titles = [];

    [GlobalSetup]
    public void ReadTitles()
    {
        var films = new FilmMaker(FilmLists.Read());
        _titles = [.. Enumerable.Range(0, Titles).Select(n => films.Film(n).Title)];
    }

    [Benchmark(OperationsPerInvoke = Titles)]
    public int KeyOfATitle()
    {
        var letters = 0;
        foreach (var title in _titles)
        {
            letters += TitleKey.Of(title).Length;
        }

        return letters;
    }
}
