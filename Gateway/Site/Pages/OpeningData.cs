using Gateway.Catalog;
using Gateway.Edge;
using Gateway.Edge.Pages;

namespace Gateway.Site.Pages;

/// <summary>The answers of the API that the site opens its pages with, from the page cache. A page never waits long for
/// them: without its data the site asks by itself.</summary>
internal sealed class OpeningData(PageCache pages, TimeProvider clock)
{
    /// <summary>Titles and previews do not hang on it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <summary>Without it a film's page has nothing to say of itself.</summary>
    private static readonly TimeSpan PatienceForFilm = TimeSpan.FromSeconds(1);

    /// <summary>The front page's rows; null when they cannot be had whole in time.</summary>
    public Task<FinishedAnswer?> HomeAsync(HttpContext visitor, CancellationToken cancellationToken) =>
        FindAsync(visitor, "home", OpenHome.GatherAsync, Patience, cancellationToken);

    public Task<FinishedAnswer?> CatalogAsync(HttpContext visitor, CancellationToken cancellationToken) =>
        FindAsync(
            visitor, ReadCatalog.Key("movies", ""), ReadCatalog.Make("movies", ""), Patience, cancellationToken);

    /// <summary>A film, or the refusal to show it; null when neither can be had in time.</summary>
    public Task<FinishedAnswer?> FilmAsync(HttpContext visitor, int id, CancellationToken cancellationToken) =>
        FindAsync(
            visitor, ReadCatalog.Key($"movies/{id}", ""), ReadCatalog.Make($"movies/{id}", ""), PatienceForFilm,
            cancellationToken);

    private async Task<FinishedAnswer?> FindAsync(
        HttpContext visitor, string key, PageMaking make, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            // Goes on when the page goes out without it: the site is about to ask for the same.
            var found = await pages.FindPartAsync(visitor, key, make, CancellationToken.None)
                .WaitAsync(patience, clock, cancellationToken);
            return found.Result is FinishedAnswer { IsComplete: true } answer ? answer : null;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
