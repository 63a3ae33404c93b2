using Scraper.Normalizing;
using Scraper.Normalizing.Scanning;
using Scraper.Sources;

namespace Scraper.Classifying;

/// <summary>What the form of the title says where no word of it says anything: names of films are short.</summary>
internal static class ShapeEvidence
{
    private const int ShortTitle = 2;
    private const int MiddleTitle = 5;
    private const int Headline = 8;

    public static IEnumerable<Evidence> Of(MovieDraft draft)
    {
        var scan = draft.Scan;
        if (TitleForms.IsExcerptOfIssue(scan))
        {
            yield return new Evidence(VideoKind.Other, 14, "it reads like one number of an issue");
        }

        if (TitleForms.IsRetelling(scan))
        {
            yield return new Evidence(VideoKind.Other, 6.5, "it tells a story in minutes");
        }

        if (TitleForms.IsReviewersQuestion(scan))
        {
            yield return new Evidence(VideoKind.Other, 4.5, "it reads like a reviewer's question");
        }

        if (RuleEvidence.IsInstalment(draft))
        {
            yield break;
        }

        if (draft.Title.Length == 0)
        {
            yield return new Evidence(VideoKind.Film, -3, "no title is left");
            yield break;
        }

        yield return OfLength(Tokenizer.Split(draft.Title).Count(token => token.IsText));
        if (!RuleEvidence.HasWorkMarks(draft) && TitleForms.IsArtistAndSong(scan))
        {
            yield return new Evidence(VideoKind.Other, 2, "it reads like an artist and a song");
        }

        if (TitleForms.IsPersonAboutSomething(scan))
        {
            yield return new Evidence(VideoKind.Other, 2.5, "it reads like a person speaking about something");
        }

        if (TitleForms.IsSagaPart(scan))
        {
            yield return new Evidence(VideoKind.Film, 2, "it numbers a part of a saga");
        }

        if (TitleForms.HasGuest(scan))
        {
            yield return new Evidence(VideoKind.Episode, 2, "a guest's name follows the name");
        }
    }

    private static Evidence OfLength(int words) => words switch
    {
        <= ShortTitle => new Evidence(VideoKind.Film, 1.6, "the title is as short as a film's"),
        <= MiddleTitle => new Evidence(VideoKind.Film, 0.5, "the title could be a film's"),
        < Headline => new Evidence(VideoKind.Other, 0.5, "the title is long for a film"),
        _ => new Evidence(VideoKind.Other, 1.2, "the title is as long as a headline"),
    };
}
