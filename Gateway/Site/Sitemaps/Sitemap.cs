using System.Globalization;
using System.Security;
using System.Text;
using System.Xml;
using Gateway.Site.Pages;

namespace Gateway.Site.Sitemaps;

/// <summary>The addresses of the site for search engines (sitemaps.org), in files of 50,000. Every page stands there in
/// both languages, each naming the other. Written piece by piece: no file is ever whole in memory.</summary>
internal sealed class Sitemap(RegisteredFilms films, string origin)
{
    public const string ContentType = "application/xml; charset=utf-8";

    private const int AddressesInFile = 50_000;
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Pages = ["/", "/catalog", "/about"];

    /// <summary>A page takes one address in each language.</summary>
    private static readonly int PagesInFile = AddressesInFile / SiteLanguage.All.Count;

    private readonly string _origin = SecurityElement.Escape(origin);

    public int Files => (Pages.Length + films.Films.Length + PagesInFile - 1) / PagesInFile;

    public async Task WriteIndexAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var xml = Open(output);
        await xml.WriteAsync($"<sitemapindex xmlns=\"{Namespace}\">\n");
        for (var file = 1; file <= Files; file++)
        {
            var newest = Entries(file).Max(entry => entry.ChangedAt);
            await xml.WriteAsync(
                $"<sitemap><loc>{_origin}/sitemaps/{file.ToString(CultureInfo.InvariantCulture)}.xml</loc>{LastModified(newest)}</sitemap>\n");
        }

        await xml.WriteAsync("</sitemapindex>\n".AsMemory(), cancellationToken);
    }

    /// <param name="file">From 1 to <see cref="Files"/>.</param>
    public async Task WriteAsync(int file, Stream output, CancellationToken cancellationToken)
    {
        await using var xml = Open(output);
        await xml.WriteAsync(
            $"<urlset xmlns=\"{Namespace}\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n".AsMemory(), cancellationToken);
        var piece = new StringBuilder();
        foreach (var (path, changedAt) in Entries(file))
        {
            piece.Clear();
            Append(piece, path, LastModified(changedAt));
            await xml.WriteAsync(piece, cancellationToken);
        }

        await xml.WriteAsync("</urlset>\n".AsMemory(), cancellationToken);
    }

    private IEnumerable<(string Path, DateTimeOffset? ChangedAt)> Entries(int file)
    {
        var first = (file - 1) * PagesInFile;
        for (var number = first; number < Math.Min(first + PagesInFile, Pages.Length + films.Films.Length); number++)
        {
            if (number < Pages.Length)
            {
                yield return (Pages[number], null);
                continue;
            }

            var film = films.Films[number - Pages.Length];
            yield return (FilmHead.Path(film.Id, film.Slug), film.AddedAt);
        }
    }

    private void Append(StringBuilder xml, string path, string lastModified)
    {
        foreach (var language in SiteLanguage.All)
        {
            xml.Append("<url><loc>").Append(_origin).Append(language.Address(path)).Append("</loc>").Append(lastModified);
            foreach (var twin in SiteLanguage.All)
            {
                AppendTwin(xml, twin.Code, twin.Address(path));
            }

            AppendTwin(xml, "x-default", SiteLanguage.Russian.Address(path));
            xml.Append("</url>\n");
        }
    }

    private void AppendTwin(StringBuilder xml, string language, string address) =>
        xml.Append("<xhtml:link rel=\"alternate\" hreflang=\"").Append(language).Append("\" href=\"")
            .Append(_origin).Append(address).Append("\"/>");

    private static string LastModified(DateTimeOffset? time) =>
        time is { } known ? $"<lastmod>{XmlConvert.ToString(known.ToUniversalTime())}</lastmod>" : "";

    private static StreamWriter Open(Stream output)
    {
        var writer = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 32 * 1024, leaveOpen: true);
        writer.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        return writer;
    }
}
