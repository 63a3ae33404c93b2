using System.Runtime.InteropServices;

namespace Metadata.Searching;

/// <summary>A word of a film and all places where it stands.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordPlaces(int Word, Places Places)
{
    /// <summary>Each word of a film once.</summary>
    public static void Of(ReadOnlySpan<int> film, List<WordPlaces> into)
    {
        into.Clear();
        var rest = film;
        for (var title = true; !rest.IsEmpty && rest[0] != FilmWords.People; title = false)
        {
            rest = title ? rest : rest[1..];
            var end = rest.IndexOfAnyInRange(FilmWords.People, FilmWords.NextTitle);
            var words = end < 0 ? rest : rest[..end];
            rest = rest[words.Length..];
            AddTitle(words, title, into);
        }

        foreach (var word in rest.IsEmpty ? rest : rest[1..])
        {
            into.Add(new WordPlaces(word, Places.Person));
        }

        Unite(into);
    }

    private static void AddTitle(ReadOnlySpan<int> words, bool title, List<WordPlaces> into)
    {
        var (any, first, whole) = title
            ? (Places.Title, Places.TitleFirst, Places.TitleWhole)
            : (Places.Other, Places.OtherFirst, Places.OtherWhole);
        for (var index = 0; index < words.Length; index++)
        {
            into.Add(new WordPlaces(words[index], any
                | (index == 0 ? first : Places.None)
                | (words.Length == 1 ? whole : Places.None)));
        }
    }

    private static void Unite(List<WordPlaces> places)
    {
        places.Sort(static (left, right) => left.Word.CompareTo(right.Word));
        var all = CollectionsMarshal.AsSpan(places);
        var count = 0;
        foreach (var place in all)
        {
            if (count > 0 && all[count - 1].Word == place.Word)
            {
                all[count - 1] = new WordPlaces(place.Word, all[count - 1].Places | place.Places);
            }
            else
            {
                all[count++] = place;
            }
        }

        places.RemoveRange(count, places.Count - count);
    }
}
