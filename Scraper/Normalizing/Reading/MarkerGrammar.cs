using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>The ways in which uploaders number instalments.</summary>
internal static class MarkerGrammar
{
    /// <summary>"День 1" is a title; the count of a daily show runs higher.</summary>
    private const int FirstCountedDay = 50;

    private static readonly Dictionary<string, string> Units = VocabularyFile.Rows("units.tsv")
        .Where(row => !row[0].Contains(' ')).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    private static readonly HashSet<string> Plurals =
        [.. VocabularyFile.Rows("units.tsv").Where(row => row[2] == "many").Select(row => row[0])];

    private static readonly PhraseBook Wholes = new(VocabularyFile.Rows("units.tsv")
        .Where(row => row[1] == "all")
        .Select(row => new Phrase(PhraseBook.KeysOf(row[0]), "episode.all", PhrasePlace.Any, "")));

    public static Marker? At(TitleScan scan, int index) =>
        Code(scan, index)
        ?? NumberFirst(scan, index)
        ?? UnitFirst(scan, index)
        ?? Sign(scan, index)
        ?? All(scan, index);

    public static string? UnitAt(TitleScan scan, int index) => Units.GetValueOrDefault(scan.KeyAt(index));

    /// <summary>S01E02, с01э02, 1x05.</summary>
    private static Marker? Code(TitleScan scan, int index)
    {
        if (EpisodeCode.Of(scan.KeyAt(index)) is not var (season, episode))
        {
            return null;
        }

        var isRange = scan.KeyAt(index + 1) == "-" && scan.KindAt(index + 2) == TokenKind.Number;

        return new Marker("episode.code", new Span(index, index + (isRange ? 3 : 1)), season, episode);
    }

    /// <summary>"2 сезон", "9-я серия", "5502 день".</summary>
    private static Marker? NumberFirst(TitleScan scan, int index)
    {
        if (NumberWords.At(scan, index) is not { } number)
        {
            return null;
        }

        var next = ListEnd(scan, number.Next, number.Value);
        if (UnitAt(scan, next) is not { } unit || !scan.IsFree(next)
            || (number.IsSpacedRange && !Plurals.Contains(scan.KeyAt(next)))
            || MarkerChain.IsUnitFirst(scan, next))
        {
            return null;
        }

        var span = new Span(index, CountEnd(scan, next + 1));

        return unit switch
        {
            "season" => new Marker("episode.season", span, Season: number.Value),
            "episode" or "chapter" => new Marker("episode.number", span, Episode: number.Value),
            "day" when number.Value >= FirstCountedDay && index > 0 => new Marker("episode.day", span),
            _ => null,
        };
    }

    /// <summary>"Сезон 2", "Выпуск № 9", "Эфир 19", "Серии: 5 из 20".</summary>
    private static Marker? UnitFirst(TitleScan scan, int index)
    {
        if (UnitAt(scan, index) is not ("season" or "episode" or "chapter" or "broadcast"))
        {
            return null;
        }

        var at = index + 1;
        at += scan.KindAt(at) is TokenKind.Colon or TokenKind.Stop ? 1 : 0;
        var unit = Units[scan.KeyAt(index)];
        if (NumberWords.At(scan, at) is not { } number
            || (UnitAt(scan, number.Next) is "season" or "episode" && !MarkerChain.IsUnitFirst(scan, index)))
        {
            return scan.KeyAt(index) == "спецвыпуск" ? new Marker("episode.special", new Span(index, index + 1)) : null;
        }

        if (IsName(scan, index, unit, number.Next))
        {
            return null;
        }

        var span = new Span(index, CountEnd(scan, number.Next));

        return unit == "season"
            ? new Marker("episode.season", span, Season: number.Value)
            : new Marker("episode.number", span, Episode: number.Value);
    }

    /// <summary>"Open Season 2" and "Звёздные войны: Эпизод 4" name films.</summary>
    private static bool IsName(TitleScan scan, int index, string unit, int next) => unit switch
    {
        "season" => Words.SeasonGuards.Contains(scan.KeyAt(index - 1)),
        "chapter" => scan.KindAt(index - 1) == TokenKind.Colon
            || (scan.KindAt(index - 1) == TokenKind.Stop && scan.KindAt(next) is TokenKind.Colon or TokenKind.Dash),
        _ => false,
    };

    /// <summary>"#3", "№ 235 от 22 мая". "Враг №1" and "Легенда №17 (2012)" are names.</summary>
    private static Marker? Sign(TitleScan scan, int index)
    {
        if (NumberWords.At(scan, index) is not { HasSign: true } number || scan.KindAt(index + 1) != TokenKind.Number
            || Words.TrailerWords.GetValueOrDefault(scan.KeyAt(index - 1)) == "head")
        {
            return null;
        }

        var isOfName = scan.KeyAt(index) == "№" && scan.KindAt(index - 1) == TokenKind.Word
            && (number.Value == 1 || scan.IsQuoted(index - 1) || IsFollowedByText(scan, number.Next)
                || Words.IndexGuards.Contains(scan.KeyAt(index - 1)) || Words.NameGuards.Contains(scan.KeyAt(index - 1)));
        var isTag = number.Value >= YearReader.First;

        return isOfName || isTag || index == 0
            ? null
            : new Marker("episode.sign", new Span(index, number.Next), Episode: number.Value);
    }

    private static bool IsFollowedByText(TitleScan scan, int at) =>
        scan.KindAt(at) is TokenKind.Word or TokenKind.Number or TokenKind.Open && scan.IsFree(at);

    private static Marker? All(TitleScan scan, int index) =>
        Wholes.StartingAt(scan, index, scan.Tokens.Count, _ => true) is { } phrase
            ? new Marker(phrase.Rule, new Span(index, index + phrase.Keys.Count))
            : null;

    /// <summary>"1,2,3 серия"; the numbers rise, or the first is the title's: "1408, 12 серия".</summary>
    private static int ListEnd(TitleScan scan, int at, int value)
    {
        while (scan.KindAt(at) == TokenKind.Comma && scan.IsGlued(at + 1)
            && NumberWords.At(scan, at + 1) is { } next && next.Value > value)
        {
            value = next.Value;
            at += 2;
        }

        return at;
    }

    /// <summary>"из 20", "of 8".</summary>
    private static int CountEnd(TitleScan scan, int at)
    {
        var isCount = scan.KeyAt(at) is "из" or "of" && scan.KindAt(at + 1) == TokenKind.Number;

        return isCount ? at + 2 : at;
    }
}
