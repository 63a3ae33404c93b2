using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>
/// Takes off what uploaders put around a title, from the outside in, until nothing known is left there.
/// </summary>
internal static class TemplateReader
{
    public static void Read(TitleScan scan)
    {
        TakeAnywhere(scan);
        foreach (var segment in scan.Segments)
        {
            TakeCuts(scan, segment);
        }

        // From the last: where all stretches are known words, the first is the title ("Cuba | Must watch").
        foreach (var segment in scan.Segments.Reverse())
        {
            TakeWhole(scan, segment);
            TakeBehindBrackets(scan, segment);
        }

        TakeHeads(scan);
        foreach (var segment in scan.Segments)
        {
            TakeTails(scan, segment);
        }
    }

    private static void TakeAnywhere(TitleScan scan)
    {
        for (var i = 0; i < scan.Tokens.Count; i++)
        {
            if (PhraseAt(scan, i, scan.Tokens.Count, PhrasePlace.Any) is not { } phrase)
            {
                continue;
            }

            var span = new Span(i, i + phrase.Keys.Count);
            if (scan.HasFreeTextOutside(span))
            {
                PhraseClaims.Take(scan, phrase, span);
                i = span.To - 1;
            }
        }
    }

    private static void TakeCuts(TitleScan scan, Span segment)
    {
        for (var i = segment.From; i < segment.To; i++)
        {
            if (PhraseAt(scan, i, segment.To, PhrasePlace.Cut) is not { } phrase)
            {
                continue;
            }

            // "by" says nothing inside a title; before a name at the start of a stretch it does.
            if (phrase.Value == "author" && i != segment.From)
            {
                continue;
            }

            var rest = new Span(segment.To, scan.Tokens.Count);
            if (scan.HasFreeText(new Span(0, i)) || (i == segment.From && scan.HasFreeText(rest)))
            {
                PhraseClaims.TakeWithRest(scan, phrase, i, segment.To);

                return;
            }
        }
    }

    private static Phrase? PhraseAt(TitleScan scan, int at, int limit, PhrasePlace place) =>
        scan.IsFree(at) && !scan.IsInGroup(at)
            ? Words.Decorations.StartingAt(scan, at, limit, phrase => phrase.Where == place)
            : null;

    /// <summary>A stretch of nothing but known words says no title, if another one does.</summary>
    private static void TakeWhole(TitleScan scan, Span segment)
    {
        if (!scan.HasFreeText(segment) || !scan.HasFreeTextOutside(segment))
        {
            return;
        }

        if (LabelOf(scan, segment) is { } label)
        {
            scan.Claim(label.Rule, segment);

            return;
        }

        var pieces = WholeCover.Of(scan, segment);
        if (pieces is null)
        {
            return;
        }

        foreach (var (phrase, span) in pieces)
        {
            WholeCover.Take(scan, phrase, span);
        }
    }

    /// <summary>"Raj Kapoor Birthday Special", "К юбилею Раджа Капура".</summary>
    private static Phrase? LabelOf(TitleScan scan, Span segment) =>
        TailReader.LastText(scan, segment) is { } last
            ? Words.Decorations.EndingAt(scan, last, segment.From, p => p.Where == PhrasePlace.Label)
                ?? Words.Decorations.StartingAt(scan, segment.From, segment.To, p => p.Where == PhrasePlace.Label)
            : null;

    /// <summary>"(2002) драма, военный": what follows a bracket and says nothing unknown.</summary>
    private static void TakeBehindBrackets(TitleScan scan, Span segment)
    {
        foreach (var group in scan.Groups.Where(group => group.End > segment.From && group.End < segment.To))
        {
            var rest = new Span(group.End, segment.To);
            if (scan.HasFreeText(rest) && scan.HasFreeText(new Span(0, group.Open)))
            {
                foreach (var (phrase, span) in WholeCover.Of(scan, rest) ?? [])
                {
                    WholeCover.Take(scan, phrase, span);
                }
            }
        }
    }

    private static void TakeHeads(TitleScan scan)
    {
        while (FirstText(scan) is { } first)
        {
            if (!HeadReader.TryTake(scan, first))
            {
                return;
            }
        }
    }

    private static int? FirstText(TitleScan scan)
    {
        for (var i = 0; i < scan.Tokens.Count; i++)
        {
            if (scan.IsFreeText(i))
            {
                return i;
            }
        }

        return null;
    }

    private static void TakeTails(TitleScan scan, Span segment)
    {
        foreach (var part in Span.SplitAt(TokenKind.Dash, segment, scan).Reverse())
        {
            while (TailReader.LastText(scan, part) is { } last && TailReader.TryTake(scan, part, last))
            {
            }
        }
    }
}
