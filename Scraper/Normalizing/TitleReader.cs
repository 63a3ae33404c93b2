using Scraper.Normalizing.Cleaning;
using Scraper.Normalizing.Reading;
using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing;

/// <summary>
/// Reads a raw title. Pure. Steps: 1 clean the text, 2 cut it into tokens, 3 let closed grammars claim what they know,
/// from what is surest to what depends on place, 4 take the first unclaimed run as the title, 5 name its neighbours.
/// </summary>
internal static class TitleReader
{
    public static TitleReading Read(string rawTitle, int currentYear) =>
        Read(new TitleScan(TitleText.Clean(rawTitle)), currentYear); // 1, 2

    /// <param name="cut">Nothing of it is claimed, now or later.</param>
    public static TitleReading Read(TitleScan cut, int currentYear)
    {
        var text = BarLetters.Restore(cut.Text);
        var scan = new TitleScan(text == cut.Text ? cut : new TitleScan(text), currentYear);

        DateReader.Read(scan); // 3
        EpisodeReader.Read(scan);
        BracketReader.Read(scan);
        ShowReader.Read(scan);
        MarkReader.ReadAll(scan);
        TrailerReader.Read(scan);
        TemplateReader.Read(scan);

        var runs = TitleRuns.Of(scan); // 4
        var picked = TitlePicker.Pick(scan, runs);

        return picked is { Length: > 0 } title ? Compose(scan, runs, title) : Nameless(scan, text); // 5
    }

    private static TitleReading Compose(TitleScan scan, IReadOnlyList<Span> runs, Span title)
    {
        var (original, alternatives) = SecondTitles.Of(scan, runs, title);
        var part = SeriesPart.At(scan, title);
        if (part is { } found)
        {
            scan.Note("episode.part-of-series", scan.Slice(found.Span));
            scan.Found.Episode ??= found.Episode;
        }

        var name = part is { } cut ? TitleRuns.Trim(scan, title with { To = cut.Span.From }) : title;
        var others = alternatives.Select(span => TitleCase.Calm(scan.Slice(span))).ToList();
        if (FranchiseIndex.IsAtEnd(scan, name))
        {
            scan.Note("title.first-index", scan.Slice(new Span(name.To - 1, name.To)));
            others.Insert(0, TitleCase.Calm(scan.Slice(name)));
            name = name with { To = name.To - 1 };
        }

        var main = TitleCase.Calm(scan.Slice(name));
        var second = original is { } span2 ? TitleCase.Calm(scan.Slice(span2)) : null;
        if (second is not null)
        {
            scan.Note("title.second", second);
        }

        return Finish(scan, main, second, others);
    }

    /// <summary>"Трейлер" names nothing. What is all decoration and no kind is its own title: "Онлайн".</summary>
    private static TitleReading Nameless(TitleScan scan, string text) =>
        Finish(scan, scan.HasRule("trailer") || scan.HasRule("episode.") ? "" : TitleCase.Calm(text), null, []);

    private static TitleReading Finish(TitleScan scan, string title, string? original, List<string> alternatives)
    {
        // Russian first: a catalogue in Russian shows the Russian title, whichever the uploader wrote first.
        var isSwapped = original is not null
            && FilmMarks.Any(scan)
            && Script.Of(title) is Alphabet.Latin or Alphabet.Other
            && Script.Of(original) == Alphabet.Cyrillic;
        var found = scan.Found;

        return new TitleReading
        {
            Title = isSwapped ? original! : title, // isSwapped says that it is there
            OriginalTitle = isSwapped ? title : original,
            AlternativeTitles = alternatives,
            Year = found.Year,
            Season = found.Season,
            Episode = found.Episode,
            Quality = found.Quality,
            Genres = found.Genres,
            Countries = found.Countries,
            Directors = found.Directors,
            Rules = scan.Rules,
        };
    }
}
