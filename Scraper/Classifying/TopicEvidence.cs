using Scraper.Normalizing;
using Scraper.Normalizing.Cleaning;
using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;
using Scraper.Sources;

namespace Scraper.Classifying;

/// <summary>
/// Words of talk, music, sport, games and news. Beside the title they decide; inside it a film may well be called
/// "Интервью" or "Матч", so there they weigh less than a year or a film's decoration.
/// </summary>
internal static class TopicEvidence
{
    private const double StrongBeside = 6.5;
    private const double StrongInside = 2.5;
    private const double WeakBeside = 3;
    private const double WeakInside = 1.5;

    /// <summary>A title of so few words may be called after anything: "Авария", "Фильм о фильме".</summary>
    private const int ShortTitle = 3;

    private static readonly PhraseBook Topics = new(VocabularyFile.Rows("topics.tsv")
        .Select(row => new Phrase(PhraseBook.KeysOf(row[0]), row[2], PhrasePlace.Any, row[1])));

    public static IEnumerable<Evidence> Of(MovieDraft draft)
    {
        var scan = draft.Scan;
        var title = PhraseBook.KeysOf(draft.Title);
        var limit = SubjectStart(draft, scan);
        var found = new List<(string Topic, Evidence Evidence)>();
        for (var i = 0; i < limit; i++)
        {
            if (Topics.StartingAt(scan, i, limit, _ => true) is not { } phrase)
            {
                continue;
            }

            i += phrase.Keys.Count - 1;
            var isApart = scan.KindAt(i - phrase.Keys.Count) is TokenKind.Dash or TokenKind.Bar
                && scan.KindAt(i + 1) is null or TokenKind.Open or TokenKind.Bar or TokenKind.Dash;
            var weight = Weight(phrase, title, isApart);
            var reason = $"\"{string.Join(' ', phrase.Keys)}\" speaks of {phrase.Value}";
            found.Add((phrase.Value, new Evidence(VideoKind.Other, weight, reason)));
        }

        // Two words of one topic are one hint: the stronger counts.
        return found.GroupBy(hit => hit.Topic, StringComparer.Ordinal)
            .Select(topic => topic.MaxBy(hit => hit.Evidence.Weight).Evidence);
    }

    /// <summary>
    /// Behind an issue's number stands what that issue is about; a cooking show's issue is still an issue.
    /// </summary>
    private static int SubjectStart(MovieDraft draft, TitleScan scan)
    {
        var marker = draft.Rules.FirstOrDefault(rule =>
            rule.Name is not "episode.season" && rule.Name.StartsWith("episode.", StringComparison.Ordinal));
        var at = marker is null ? -1 : scan.Text.IndexOf(marker.Found, StringComparison.Ordinal);
        if (at < 0)
        {
            return scan.Tokens.Count;
        }

        return scan.Tokens.TakeWhile(token => token.Start < at).Count();
    }

    /// <param name="isApart">It stands alone between borders: "Тихий берег - голы".</param>
    private static double Weight(Phrase phrase, string[] title, bool isApart)
    {
        var isInside = !isApart && Holds(title, phrase.Keys) && !IsOtherAlphabet(title, phrase.Keys);

        return (phrase.Rule, isInside) switch
        {
            // A game's or a contest's own name, which no film bears.
            ("name", _) => StrongBeside,
            ("sure", true) when title.Length == phrase.Keys.Count => WeakInside,
            ("sure", _) => StrongBeside,
            (_, true) when title.Length <= ShortTitle => WeakInside,
            ("strong", false) => StrongBeside,
            ("strong", true) => StrongInside,
            (_, false) => WeakBeside,
            (_, true) => WeakInside,
        };
    }

    /// <summary>"Wild River аудиокнига": a Russian word at an English name stands beside it.</summary>
    private static bool IsOtherAlphabet(string[] title, IReadOnlyList<string> keys)
    {
        var isCyrillic = keys.Any(key => key.Any(LookAlikes.IsCyrillic));
        var rest = title.Except(keys, StringComparer.Ordinal).Where(word => word.Any(char.IsLetter)).ToList();

        return isCyrillic && rest.Count > 0 && rest.TrueForAll(word => !word.Any(LookAlikes.IsCyrillic));
    }

    private static bool Holds(string[] title, IReadOnlyList<string> keys)
    {
        for (var i = 0; i + keys.Count <= title.Length; i++)
        {
            if (title.AsSpan(i, keys.Count).SequenceEqual([.. keys]))
            {
                return true;
            }
        }

        return false;
    }
}
