using Gateway.Site.Pages;
using Metadata.Client;

namespace Gateway.Site.Feeds;

/// <summary>The newest films of some filters, ready to be written in either format.</summary>
/// <param name="Url">Its own address.</param>
/// <param name="PageUrl">The same list on the site.</param>
internal sealed record Feed(string Title, string Url, string PageUrl, SiteLanguage Language, IReadOnlyList<FeedItem> Items)
{
    /// <summary>When the newest film came; long ago while there is none.</summary>
    public DateTimeOffset ChangedAt => Items.Count > 0 ? Items.Max(item => item.AddedAt) : DateTimeOffset.UnixEpoch;

    /// <param name="movies">With our own addresses of pictures.</param>
    public static Feed Of(IEnumerable<MovieSummary> movies, CatalogAddress address, FeedPlace place)
    {
        var (origin, language) = (place.Origin, place.Language);
        var filters = address.Filters;
        var words = string.Join(" · ", new[] { address.Words ?? "", CatalogHead.Filters(address, language) }.Where(part => part.Length > 0));
        var title = words.Length > 0 ? $"{language.NewFilms}: {words}" : language.NewFilms;
        var page = $"{origin}{language.Address("/catalog")}?{(filters.Length > 0 ? $"{filters}&" : "")}sort=new";
        return new Feed(
            $"{PlainText.Line(title)} — {SiteLanguage.SiteName}",
            origin + place.Path + (filters.Length > 0 ? $"?{filters}" : ""),
            page, language, [.. movies.Select(movie => FeedItem.Of(movie, place))]);
    }
}

/// <param name="Path">Path of the feed.</param>
internal sealed record FeedPlace(string Origin, string Path, SiteLanguage Language);

/// <summary>One film of a feed.</summary>
/// <param name="Id">Stays the same when the title changes.</param>
/// <param name="PictureUrl">Null for a film without a picture.</param>
internal sealed record FeedItem(
    string Id, string Url, string Title, string Text, string? PictureUrl, DateTimeOffset AddedAt, IReadOnlyList<string> Genres)
{
    public static FeedItem Of(MovieSummary movie, FeedPlace place)
    {
        var facts = FilmHead.Facts(movie, place.Language);
        return new FeedItem(
            $"{place.Origin}/movies/{movie.Id}",
            place.Origin + place.Language.Address(FilmHead.Path(movie)),
            PlainText.Line(FilmHead.Title(movie)),
            PlainText.Line(facts.Length > 0 ? facts : movie.Title),
            FilmHead.Picture(movie) is { } picture ? place.Origin + picture : null,
            movie.AddedAt,
            [.. movie.Genres.Select(PlainText.Line)]);
    }
}
