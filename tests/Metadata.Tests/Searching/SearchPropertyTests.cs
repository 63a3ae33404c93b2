using System.Text;
using Metadata.Indexing;
using Metadata.Searching;

namespace Metadata.Tests.Searching;

/// <summary>What holds for any films and any query.</summary>
public sealed class SearchPropertyTests
{
    private const int Films = 400;
    private const int Queries = 3_000;

    private static readonly string[] Words =
        ["брат", "брать", "братья", "рука", "руки", "brat", "her", "рук", "ёлки", "елка", "iv", "4", "2001", "и", "the", "&", "x", "х"];

    private static readonly string[] Signs =
        ["'", "%", "\"", "«", "»", "\0", "\uD83C", "\uDFAC", "🎬", "\u0306", "`", ",", "[", "ß", "İ", "한국", "  ", "\t", "٣", "ﷺ"];

    [Fact]
    public void Any_text_is_answered_and_no_correction_outranks_what_was_written()
    {
        var random = new Random(20_260_118);
        var index = Index(random);
        for (var query = 0; query < Queries; query++)
        {
            var text = Text(random);

            var found = index.Find(text);

            var literal = index.Find($"\"{text}\"").Hits.Select(hit => hit.MovieId).ToHashSet();
            var corrected = found.Hits.Where(hit => hit.Score >= SearchHit.CorrectedFrom).ToList();
            Assert.True(found.Hits.Select(hit => hit.MovieId).Distinct().Count() == found.Hits.Count, $"{text}: a film twice");
            Assert.True(corrected.Count == 0 || found.Correction is not null, $"{text}: a correction that is not told");
            Assert.True(corrected.Count > 0 || found.Correction is null, $"{text}: a correction that gave nothing");
            Assert.True(found.Hits.All(hit => hit.Score >= 0), $"{text}: a score below zero");
            if (!text.Contains('"') && !KeyboardLayout.BeginsLikeLetter(text.Trim()))
            {
                Assert.True(corrected.TrueForAll(hit => !literal.Contains(hit.MovieId)), $"{text}: a literal hit among the corrected");
            }
        }
    }

    [Fact]
    public void A_film_is_found_first_by_its_own_title()
    {
        var random = new Random(7);
        var index = new SearchIndex();
        var films = Enumerable.Range(1, Films).Select(id => Film(id, random)).ToList();
        films.ForEach(index.Put);
        foreach (var film in films.Where(film => film.Title.Any(char.IsLetterOrDigit)))
        {
            var best = index.Find(film.Title).Hits.Min(hit => hit.Score);

            Assert.True(
                index.Find(film.Title).Hits.Any(hit => hit.MovieId == film.Id && hit.Score == best), $"{film.Title} is not first");
        }
    }

    [Fact]
    public void Films_put_again_and_again_in_any_order_are_found_as_if_put_once()
    {
        var random = new Random(11);
        var last = Enumerable.Range(1, Films).Select(id => Film(id, random)).ToList();
        var once = new SearchIndex();
        last.ForEach(once.Put);
        var often = new SearchIndex();
        for (var round = 0; round < 100; round++)
        {
            foreach (var film in last.OrderBy(_ => random.Next()).Take(Films / 2))
            {
                often.Put(Film(film.Id, random));
            }
        }

        foreach (var film in last.OrderBy(_ => random.Next()))
        {
            often.Put(film);
        }

        foreach (var text in Words.Concat(last.Select(film => film.Title)))
        {
            Assert.Equal(Sorted(once.Find(text)), Sorted(often.Find(text)));
        }
    }

    [Fact]
    public void Many_searches_at_once_find_what_one_finds()
    {
        var index = Index(new Random(23));
        var alone = Words.Select(word => Sorted(index.Find(word))).ToList();

        Parallel.For(0, 2_000, number => Assert.Equal(alone[number % Words.Length], Sorted(index.Find(Words[number % Words.Length]))));
    }

    [Fact]
    public void Very_long_texts_are_answered()
    {
        var index = Index(new Random(3));

        Assert.Empty(index.Find(new string('б', 500)).Hits);
        Assert.Empty(index.Find(string.Join(' ', Enumerable.Range(0, 160).Select(number => $"w{number}"))).Hits);
        Assert.NotEmpty(index.Find(string.Join(' ', Enumerable.Repeat("брат", 160))).Hits);
    }

    private static List<SearchHit> Sorted(SearchHits found) => [.. found.Hits.OrderBy(hit => hit.MovieId)];

    private static SearchIndex Index(Random random)
    {
        var index = new SearchIndex();
        for (var id = 1; id <= Films; id++)
        {
            index.Put(Film(id, random));
        }

        return index;
    }

    private static IndexedMovie Film(int id, Random random) => new()
    {
        Id = id,
        Title = Text(random),
        OriginalTitle = random.Next(2) == 0 ? Text(random) : null,
        OtherTitles = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(random))],
        Year = random.Next(3) == 0 ? null : 1999 + random.Next(4),
        Directors = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(random))],
        AddedAt = DateTimeOffset.UnixEpoch,
    };

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var part = random.Next(1, 6); part > 0; part--)
        {
            var word = Words[random.Next(Words.Length)];
            text.Append(random.Next(4) switch
            {
                0 => Signs[random.Next(Signs.Length)],
                1 => word[..random.Next(1, word.Length + 1)],
                2 => word.Remove(random.Next(word.Length), 1) + (char)random.Next('а', 'я'),
                _ => word,
            });
            text.Append(random.Next(5) == 0 ? "" : " ");
        }

        return text.ToString();
    }
}
