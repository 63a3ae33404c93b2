using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>Takes one thing off the end of a stretch: "HD", "полный фильм", "2022", ", США".</summary>
internal static class TailReader
{
    /// <summary>The last token of the stretch that is neither claimed nor in brackets nor mere punctuation.</summary>
    public static int? LastText(TitleScan scan, Span stretch)
    {
        for (var i = stretch.To - 1; i >= stretch.From; i--)
        {
            if (scan.IsFreeText(i))
            {
                return i;
            }
        }

        return null;
    }

    public static bool TryTake(TitleScan scan, Span stretch, int last) =>
        !scan.IsQuoted(last) && TakeAny(scan, stretch, last);

    private static bool TakeAny(TitleScan scan, Span stretch, int last) =>
        ListTail.TryTake(scan, stretch, last)
        || YearReader.TryTakeTail(scan, stretch, last)
        || TakePhrase(scan, stretch, last)
        || TakeKind(scan, stretch, last);

    private static bool TakePhrase(TitleScan scan, Span stretch, int last)
    {
        // "д/ф" ends with a word, "[TV]" or "H.264" may not: the phrase must end where the text does.
        var phrase = Words.Decorations.EndingAt(
            scan, last, stretch.From, p => p.Where == PhrasePlace.Tail || IsFactBehindYear(scan, stretch, p, last));
        if (phrase is null)
        {
            return false;
        }

        var span = new Span(last + 1 - phrase.Keys.Count, last + 1);
        if (!Leaves(scan, stretch, span) || IsGoverned(scan, span) || IsOfName(scan, stretch, phrase, span.From))
        {
            return false;
        }

        PhraseClaims.Take(scan, phrase, span);

        return true;
    }

    /// <summary>"Тень 2025 США".</summary>
    private static bool IsFactBehindYear(TitleScan scan, Span stretch, Phrase phrase, int last)
    {
        var year = last - phrase.Keys.Count;

        return phrase.Rule is "country" or "genre" && year > stretch.From
            && (YearReader.IsYear(scan, year) || !scan.IsFree(year)) && scan.HasFreeText(new Span(stretch.From, year));
    }

    private static bool TakeKind(TitleScan scan, Span stretch, int last)
    {
        if (KindPhrases.EndingAt(scan, stretch, last) is not { } marker || !Leaves(scan, stretch, marker.Span))
        {
            return false;
        }

        scan.Claim(marker.Rule, marker.Span);

        return true;
    }

    private static bool Leaves(TitleScan scan, Span stretch, Span taken) =>
        scan.HasFreeText(new Span(stretch.From, taken.From)) || scan.HasFreeTextOutside(taken);

    /// <summary>
    /// "Любовь онлайн" is a name, "Любовь (2010) онлайн" is not: a single common word needs a border before it.
    /// </summary>
    private static bool IsOfName(TitleScan scan, Span stretch, Phrase phrase, int from) =>
        phrase.Rule == "noise" && phrase.Keys.Count == 1 && from > stretch.From && scan.IsFreeText(from - 1)
        && !(scan.KeyAt(0) is "смотреть" or "watch" or "плеер" && !scan.IsFree(0));

    /// <summary>"Не дубляж", "Игра в HD": a bare preposition holds its word.</summary>
    private static bool IsGoverned(TitleScan scan, Span span) =>
        Words.Governors.Contains(scan.KeyAt(span.From - 1)) && scan.IsFreeText(span.From - 1);
}
