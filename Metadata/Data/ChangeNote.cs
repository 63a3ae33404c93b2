namespace Metadata.Data;

/// <summary>Who changes the catalogue, by what and why; the journal keeps it.</summary>
/// <param name="Actor">An editor's name, or scraper.</param>
/// <param name="Action">What is done: scrape, create, edit, hide, merge…</param>
internal sealed record ChangeNote(string Actor, string Action, string? Reason = null);
