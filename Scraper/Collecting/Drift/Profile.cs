using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scraper.Collecting.Drift;

/// <summary>What answers looked like, in counts that can be added up: of a page, of a block of pages, of a run.</summary>
internal sealed class Profile
{
    public int Pages { get; set; }

    /// <summary>Pages that another one follows; a last page may hold any number of items.</summary>
    public int FullPages { get; set; }

    public int FullPageItems { get; set; }

    /// <summary>Pages of items that the run had all had.</summary>
    public int RepeatedPages { get; set; }

    /// <summary>Items as listed.</summary>
    public int Items { get; set; }

    public int Unreadable { get; set; }

    /// <summary>Items that the run had already had.</summary>
    public int Repeated { get; set; }

    /// <summary>Videos that could be judged; every share below is of these.</summary>
    public int Videos { get; set; }

    /// <summary>Videos that no earlier run had seen.</summary>
    public int New { get; set; }

    /// <summary>How many videos have a field.</summary>
    public SortedDictionary<string, int> Fields { get; init; } = new(StringComparer.Ordinal);

    /// <summary>How many videos are of a kind.</summary>
    public SortedDictionary<string, int> Kinds { get; init; } = new(StringComparer.Ordinal);

    public SortedDictionary<int, int> Years { get; init; } = [];

    public SortedDictionary<int, int> Minutes { get; init; } = [];

    public SortedDictionary<int, int> TitleLengths { get; init; } = [];

    public static Profile Read(string json) => JsonSerializer.Deserialize(json, ProfileJson.Default.Profile)!;

    public string ToJson() => JsonSerializer.Serialize(this, ProfileJson.Default.Profile);

    public void Add(Profile other)
    {
        Pages += other.Pages;
        FullPages += other.FullPages;
        FullPageItems += other.FullPageItems;
        RepeatedPages += other.RepeatedPages;
        Items += other.Items;
        Unreadable += other.Unreadable;
        Repeated += other.Repeated;
        Videos += other.Videos;
        New += other.New;
        Add(Fields, other.Fields);
        Add(Kinds, other.Kinds);
        Add(Years, other.Years);
        Add(Minutes, other.Minutes);
        Add(TitleLengths, other.TitleLengths);
    }

    public static void Count<TKey>(SortedDictionary<TKey, int> counts, TKey key, int times = 1)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + times;

    private static void Add<TKey>(SortedDictionary<TKey, int> counts, SortedDictionary<TKey, int> others)
        where TKey : notnull
    {
        foreach (var (key, times) in others)
        {
            Count(counts, key, times);
        }
    }
}

/// <summary>How profiles are kept in the journal.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Profile))]
internal sealed partial class ProfileJson : JsonSerializerContext;
