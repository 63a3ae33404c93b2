namespace Scraper.Tests.Normalizing.Generated;

/// <summary>One way in which uploaders write a title, as a line of decorations.tsv.</summary>
/// <param name="Pattern">Number of the pattern, 1 to 126.</param>
/// <param name="Kind">What such an upload is.</param>
/// <param name="Language">"ru", "en" or "any": which titles it is put around.</param>
/// <param name="Names">
/// Class of names.tsv; "plain", "word" or "whole" (without a dash) for simple titles; empty for all films of the lists.
/// </param>
/// <param name="Template">The raw title; placeholders stand in angle brackets.</param>
/// <param name="Title">The title that must be read; empty for the film's own.</param>
/// <param name="Original">The original title that must be read; empty for none.</param>
internal sealed record Decoration(
    int Pattern, string Kind, string Language, string Names, string Template, string Title, string Original)
{
    public static IReadOnlyList<Decoration> ReadAll() =>
    [
        .. TsvTable.Rows("decorations.tsv").Select(cells => new Decoration(
            TsvTable.Number(cells[0]), cells[1], cells[2], cells[3], cells[4],
            cells[5].Length == 0 ? "<t>" : cells[5], cells[6])),
    ];
}
