namespace Metadata.Matching;

/// <summary>Decides whether two records are of one film: the first rule that applies, each with its reason.
/// 1. one id: the film; 2. two ids of a registry: two films; 3. two parts; 4. a title that names no film;
/// 5–8. one title within a year, by length and directors; 9–10. one title, other years;
/// 11–12. one title and no year; 13. the title of one is another title of the other; 14. nearly one title.</summary>
internal static class FilmMatcher
{
    /// <param name="a">One record.</param>
    /// <param name="b">The other; the order does not matter.</param>
    /// <param name="isUnique">Whether the title, as far as the catalogue knows, can be no other film's.</param>
    public static MatchVerdict Compare(MatchRecord a, MatchRecord b, bool isUnique = false)
    {
        int? gap = a.Year is { } year && b.Year is { } other ? Math.Abs(year - other) : null;
        if (a.Ids.Shares(b.Ids) && gap is null or <= 2)
        {
            return MatchVerdict.Id;
        }

        if (a.Ids.Conflicts(b.Ids))
        {
            return MatchVerdict.IdConflict;
        }

        var isTitle = HasSameTitle(a, b);
        if (IsOtherPart(a, b, isTitle))
        {
            return MatchVerdict.Part;
        }

        if (a.IsGeneric || b.IsGeneric)
        {
            return MatchVerdict.Generic;
        }

        if (isTitle)
        {
            return OfOneTitle(a, b, gap, isUnique);
        }

        return gap switch
        {
            <= 1 when SharesName(a, b) && (LengthOf(a, b) >= LengthGap.Close || PeopleOf(a, b) == Agreement.Shared) => MatchVerdict.Alias,
            0 when IsSimilar(a, b) && LengthOf(a, b) == LengthGap.Near && PeopleOf(a, b) == Agreement.Shared => MatchVerdict.Similar,
            _ => MatchVerdict.Different,
        };
    }

    /// <summary>Whether the main titles are one, or each is a title of the other record.</summary>
    public static bool HasSameTitle(MatchRecord a, MatchRecord b) =>
        !a.IsGeneric && !b.IsGeneric && (a.Title == b.Title || (a.IsNamed(b.Title) && b.IsNamed(a.Title)));

    public static Agreement PeopleOf(MatchRecord a, MatchRecord b) => People.Compare(a.People, b.People);

    public static LengthGap LengthOf(MatchRecord a, MatchRecord b) => Lengths.Compare(a.DurationSeconds, b.DurationSeconds);

    private static MatchVerdict OfOneTitle(MatchRecord a, MatchRecord b, int? gap, bool isUnique)
    {
        if (gap > 3)
        {
            return MatchVerdict.Remake;
        }

        var (length, people) = (LengthOf(a, b), PeopleOf(a, b));
        return gap switch
        {
            null => isUnique && people != Agreement.Disjoint && (length == LengthGap.Near || people == Agreement.Shared)
                ? MatchVerdict.Unique : MatchVerdict.YearUnknown,
            <= 1 => (length, people) switch
            {
                (LengthGap.Differs, Agreement.Shared) => MatchVerdict.Edition,
                (LengthGap.Differs, Agreement.Disjoint) => MatchVerdict.Namesake,
                (LengthGap.Differs, _) or (_, Agreement.Disjoint) => MatchVerdict.Contradiction,
                _ => MatchVerdict.Strong,
            },
            _ when people == Agreement.Shared => length == LengthGap.Near ? MatchVerdict.NearYear : MatchVerdict.NearYearReview,
            _ => MatchVerdict.Different,
        };
    }

    private static bool IsOtherPart(MatchRecord a, MatchRecord b, bool isTitle)
    {
        if (!isTitle && (!a.Numbers.IsSamePart(b.Numbers) || a.Numbers.Digits != b.Numbers.Digits))
        {
            return true;
        }

        // «Дюна» is the Russian title of both films; their original titles tell them apart.
        return a.Original is { } one && b.Original is { } other && !TitleNumbers.Of(one).IsSamePart(TitleNumbers.Of(other));
    }

    private static bool SharesName(MatchRecord a, MatchRecord b)
    {
        foreach (var name in a.Names)
        {
            if (b.IsNamed(name) && !FilmTitle.IsGeneric(name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSimilar(MatchRecord a, MatchRecord b) =>
        EditDistance.IsAtMostOne(a.Title, b.Title) || SharesWords(a.Title.Split(' '), b.Title.Split(' '));

    // Nine words of ten, in any order.
    private static bool SharesWords(string[] one, string[] other) =>
        one.Intersect(other, StringComparer.Ordinal).Count() * 10 >= one.Union(other, StringComparer.Ordinal).Count() * 9;
}
