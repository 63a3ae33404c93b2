using Scraper.Classifying;
using Scraper.Fetching;
using Scraper.Normalizing;
using Scraper.Sources;

namespace Scraper.Enriching;

/// <summary>Films whose facts are certain: those of the starter catalogue, found by source and the host's id.</summary>
internal sealed partial class KnownFilms(SourceCatalog sources, StarterFile starter, ILogger<KnownFilms> logger)
{
    private const string FileSource = "file";

    private Dictionary<string, RawVideo>? _films;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_films is not null)
        {
            return;
        }

        var films = new Dictionary<string, RawVideo>(StringComparer.Ordinal);
        var reader = sources.Find(FileSource)?.Source;
        if (reader is not null && starter.Exists)
        {
            try
            {
                var pages = reader.ReadAsync(reader.ReadTarget(starter.Path), cursor: null, new FetchMeter(), cancellationToken);
                await foreach (var page in pages)
                {
                    foreach (var film in page.Videos)
                    {
                        films[Key(film)] = film;
                    }
                }
            }
            catch (SourceException unreadable)
            {
                // Films are then taken at their uploads' word, which is better than no run at all.
                LogUnreadable(unreadable, starter.Path);
            }
        }

        _films = films;
    }

    /// <summary>Puts the registry's facts in the place of those read from the upload, whose own title stays findable.</summary>
    public (MovieDraft Draft, Verdict Verdict) Enrich(MovieDraft draft, Verdict verdict)
    {
        if (_films is null || !_films.TryGetValue(Key(draft.Raw), out var film))
        {
            return (draft, verdict);
        }

        var facts = film.Stated;
        var title = facts.Title ?? film.Title;
        var original = facts.OriginalTitle ?? draft.OriginalTitle;
        return (
            draft with
            {
                Title = title,
                OriginalTitle = original,
                AlternativeTitles = OtherTitles([.. draft.AlternativeTitles, draft.Title, draft.Raw.Title], title, original),
                Year = facts.Year ?? draft.Year,
                Genres = facts.Genres.Count > 0 ? facts.Genres : draft.Genres,
                Countries = facts.Countries.Count > 0 ? facts.Countries : draft.Countries,
                Directors = facts.Directors.Count > 0 ? facts.Directors : draft.Directors,
                Description = draft.Description ?? film.Description,
            },
            new Verdict(VideoKind.Film, Confidence: 1, NeedsReview: false, ["known film", .. verdict.Reasons]));
    }

    private static List<string> OtherTitles(IEnumerable<string> titles, string title, string? original) =>
        [.. titles
            .Where(other => other.Length > 0
                && !other.Equals(title, StringComparison.OrdinalIgnoreCase)
                && !other.Equals(original, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string Key(RawVideo video) => $"{video.Source}/{video.ExternalId}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "The known films of {Path} cannot be read; collecting goes on without them.")]
    private partial void LogUnreadable(Exception exception, string path);
}
