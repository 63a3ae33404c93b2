using System.Runtime.InteropServices;

namespace Metadata.Searching;

/// <summary>Takes written-together words apart and puts split ones together.</summary>
internal sealed class WordSplitter(WordIndex index)
{
    private const int MaxParts = 5;
    private const int MaxLength = 40;
    private const int MaxReadings = 24;

    /// <summary>The words with two or three neighbours written as one word that films have.</summary>
    public IEnumerable<IReadOnlyList<string>> Joined(IReadOnlyList<string> words)
    {
        for (var count = 2; count <= 3; count++)
        {
            for (var place = 0; place + count <= words.Count; place++)
            {
                var joined = string.Concat(words.Skip(place).Take(count));
                if (index.Find(joined) >= 0)
                {
                    yield return [.. words.Take(place), joined, .. words.Skip(place + count)];
                }
            }
        }
    }

    /// <summary>The ways to take words apart into words that films have, the fewest parts first.</summary>
    public IEnumerable<IReadOnlyList<WordPart>> Split(IReadOnlyList<string> words)
    {
        List<IReadOnlyList<WordPart>> readings = [[]];
        foreach (var word in words)
        {
            List<IReadOnlyList<WordPart>> ways = [[new WordPart(word, false)], .. Ways(word)];
            readings = [.. readings.SelectMany(reading => ways.Select(way => (IReadOnlyList<WordPart>)[.. reading, .. way]))
                .OrderBy(reading => reading.Count).Take(MaxReadings)];
        }

        return readings.Where(reading => reading.Count > words.Count);
    }

    private List<IReadOnlyList<WordPart>> Ways(string word)
    {
        if (word.Length > MaxLength)
        {
            return [];
        }

        var ways = new List<IReadOnlyList<WordPart>>();
        for (var parts = 2; parts <= Math.Min(MaxParts, word.Length) && ways.Count < MaxReadings; parts++)
        {
            Append(word, 0, parts, [], ways);
        }

        return ways;
    }

    /// <summary>The numbers and the letters of a word apart.</summary>
    public static IEnumerable<string> AtNumbers(string word)
    {
        var from = 0;
        for (var place = 1; place < word.Length; place++)
        {
            if (char.IsAsciiDigit(word[place]) != char.IsAsciiDigit(word[place - 1]))
            {
                yield return word[from..place];
                from = place;
            }
        }

        yield return word[from..];
    }

    private void Append(string word, int from, int parts, List<WordPart> taken, List<IReadOnlyList<WordPart>> ways)
    {
        if (parts == 1)
        {
            if (index.Find(word.AsSpan(from)) >= 0)
            {
                ways.Add([.. taken, new WordPart(word[from..], taken.Count > 0)]);
            }

            return;
        }

        for (var to = word.Length - parts + 1; to > from && ways.Count < MaxReadings; to--)
        {
            if (index.Find(word.AsSpan(from, to - from)) >= 0)
            {
                taken.Add(new WordPart(word[from..to], taken.Count > 0));
                Append(word, to, parts - 1, taken, ways);
                taken.RemoveAt(taken.Count - 1);
            }
        }
    }
}

/// <param name="FollowsPrevious">Whether it was written together with the part before.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordPart(string Text, bool FollowsPrevious);
