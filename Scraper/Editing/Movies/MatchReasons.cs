namespace Scraper.Editing.Movies;

/// <summary>Metadata's rules of matching in words.</summary>
internal static class MatchReasons
{
    /// <summary>Why an upload is in its film; the code itself where a newer Metadata has one more.</summary>
    public static string OfVideo(string code) => code switch
    {
        "first" => "first: no film was there that it fits",
        "id" => "id: a registry's number is the same",
        "strong" => "strong: same title and year, nothing against it",
        "edition" => "edition: same title, year and people, another length",
        "unique" => "unique: the only film of that title",
        "alias" => "alias: goes by another title of it",
        "near-year" => "near-year: same title, people and length, years near",
        "kept" => "kept: stays, though its facts differ by now",
        "moved" => "moved: an editor brought it from another film",
        "pinned" => "pinned: an editor put it here",
        _ => code,
    };

    /// <summary>Why Metadata leaves it to an editor whether two films are one.</summary>
    public static string OfReview(string code) => code switch
    {
        "contradiction" => "the title is the same and the year is too or nearly so, but the lengths or the people differ",
        "near-year" => "title and people are the same, but the years are further apart than one, and the lengths differ",
        "year-unknown" => "the title is the same, but of one of them no year is known",
        "similar" => "the titles differ by little; year, length and people are the same",
        "refused" => "two uploads fit, but the films they are in do not fit as a whole",
        _ => code,
    };
}
