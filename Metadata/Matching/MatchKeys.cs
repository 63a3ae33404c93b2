namespace Metadata.Matching;

/// <summary>The keys under which records that may be of one film meet: a registry's id, or the words of a title in any
/// order. The last byte of a title's key is the year, 0 when unknown, so that one range of keys is one title over
/// some years.</summary>
internal static class MatchKeys
{
    // The earliest year has number 1; a later one than a byte can hold shares the last number.
    private const int YearBefore = 1887;
    private const int MaxSlot = 255;

    // Beyond three years nothing but an id makes two records one film.
    private const int YearWindow = 3;

    /// <summary>All keys of a record, without repetition.</summary>
    public static IReadOnlyList<long> Of(MatchRecord record)
    {
        var keys = new List<long>(record.Names.Count + 1);
        foreach (var block in record.TitleKeys)
        {
            keys.Add(block | Slot(record.Year));
        }

        keys.AddRange(record.RegistryKeys);
        return keys;
    }

    /// <summary>The keys of the titles, as if the year were unknown.</summary>
    public static IReadOnlyList<long> Titles(MatchRecord record)
    {
        var blocks = new List<long>(record.Names.Count);
        if (record.IsGeneric)
        {
            return blocks;
        }

        foreach (var name in record.Names)
        {
            var block = TitleBlock(name);
            if (!FilmTitle.IsGeneric(name) && !blocks.Contains(block))
            {
                blocks.Add(block);
            }
        }

        return blocks;
    }

    /// <summary>The keys of the registries' ids.</summary>
    public static IReadOnlyList<long> RegistryKeys(RegistryIds ids)
    {
        if (ids.IsEmpty)
        {
            return [];
        }

        var keys = new List<long>(4);
        Add("imdb:", ids.Imdb);
        Add("kinopoisk:", ids.Kinopoisk);
        Add("tmdb:", ids.Tmdb);
        Add("wikidata:", ids.Wikidata);
        return keys;

        void Add(string registry, string? id)
        {
            if (id is not null)
            {
                keys.Add(unchecked((long)StableHash.Of(registry + LetterCase.Lower(id))));
            }
        }
    }

    /// <summary>The ranges of keys, both ends included, whose films a record can meet.</summary>
    public static IEnumerable<(long From, long To)> Ranges(MatchRecord record)
    {
        foreach (var block in record.TitleKeys)
        {
            if (record.Year is not { } year)
            {
                yield return (block, block | MaxSlot);
                continue;
            }

            yield return (block, block);
            yield return (block | Slot(year - YearWindow), block | Slot(year + YearWindow));
        }

        foreach (var key in record.RegistryKeys)
        {
            yield return (key, key);
        }
    }

    private static long Slot(int? year) => year is { } known ? Math.Clamp(known - YearBefore, 1, MaxSlot) : 0;

    private static long TitleBlock(string name)
    {
        if (!name.Contains(' ', StringComparison.Ordinal))
        {
            return Block(name);
        }

        var words = name.Split(' ');
        Array.Sort(words, StringComparer.Ordinal);
        return Block(string.Join(' ', words));
    }

    private static long Block(string words) => unchecked((long)(StableHash.Of(words) & ~(ulong)MaxSlot));
}
