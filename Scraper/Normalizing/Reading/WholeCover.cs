using System.Globalization;
using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>Covers a stretch with known phrases, or says that it cannot be covered.</summary>
internal static class WholeCover
{
    private const string YearRule = "year.bare";

    public static IReadOnlyList<(Phrase Phrase, Span Span)>? Of(TitleScan scan, Span segment)
    {
        var pieces = new List<(Phrase, Span)>();
        for (var i = segment.From; i < segment.To;)
        {
            if (!scan.IsFreeText(i) && !scan.IsFreeInGroup(i))
            {
                i++;
                continue;
            }

            if (PieceAt(scan, i, segment.To) is not { } phrase)
            {
                return null;
            }

            pieces.Add((phrase, new Span(i, i + phrase.Keys.Count)));
            i += phrase.Keys.Count;
        }

        return pieces;
    }

    public static void Take(TitleScan scan, Phrase phrase, Span span)
    {
        PhraseClaims.Take(scan, phrase, span);
        if (phrase.Rule == YearRule)
        {
            scan.Found.Year ??= int.Parse(phrase.Value, CultureInfo.InvariantCulture);
        }
    }

    private static Phrase? PieceAt(TitleScan scan, int at, int limit)
    {
        if (Words.Decorations.StartingAt(scan, at, limit, phrase => phrase.Where != PhrasePlace.Cut) is { } known)
        {
            return known;
        }

        var key = scan.KeyAt(at);
        if (YearReader.IsYear(scan, at))
        {
            return new Phrase([key], YearRule, PhrasePlace.Whole, key[..4]);
        }

        if (Words.KindWords.TryGetValue(key, out var role))
        {
            return new Phrase([key], role == "modifier" ? "noise" : KindPhrases.RuleOf(role), PhrasePlace.Whole, "");
        }

        return Words.FilmWords.TryGetValue(key, out role)
            ? new Phrase([key], role == "head" ? "kind.film" : "noise", PhrasePlace.Whole, "")
            : null;
    }
}
