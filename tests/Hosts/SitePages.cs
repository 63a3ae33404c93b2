using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hosts;

/// <summary>The pages of the stub sites, with the oddities of real ones: an advertisement among the rows, a lazy picture,
/// a tracked link, numbers as texts, data in a graph.</summary>
internal static class SitePages
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string PlainList(IEnumerable<SiteFilm> films, int number, bool hasMore, string extra) => Page("Фильмы", $"""
        {extra}
        <main>
        <article class="card card--ad"><p>Реклама</p></article>
        {string.Join('\n', films.Select(film => $"""
        <article class="card">
          <a class="card__link" href="/film/{film.Id}?utm_source=list#top"><img alt="" data-src="//img.kino.example/{film.Id}.jpg"></a>
          <h3>{StubSite.Text(film.Title)}
            ({film.Year})</h3>
          <span class="card__views">{film.Id % 100} 345 просмотров</span> <time>{film.Id % 28 + 1} марта 2021</time>
        </article>
        """))}
        </main>
        <nav>{(hasMore ? $"""<a class="pager__next" href="?page={number + 1}">Дальше</a>""" : "")}</nav>
        """);

    public static string PlainFilm(SiteFilm film) => Page(film.Title, $"""
        <h1>{StubSite.Text(film.Title)}</h1>
        <div class="meta">
          <span class="year">Год: {film.Year} г.</span> <span class="time">{film.Minutes / 60} ч {film.Minutes % 60} мин</span>
          <span class="genres">{film.Genres}</span> <span class="age">12+</span>
          <a itemprop="director" href="/person/{film.Id}">{StubSite.Text(film.Director)}</a>
        </div>
        <div class="about">Немой фильм {film.Year} года.</div>
        <iframe class="player" src="https://player.kino.example/embed/{film.Id}"></iframe>
        """);

    public static string StructuredList(IEnumerable<SiteFilm> films, string extra) => Page("Каталог", $"""
        {extra}
        <ul>{string.Join('\n', films.Select(film =>
            $"""<li class="film" data-id="{film.Id}"><a href="/watch/{film.Id}">{StubSite.Text(film.Title)}</a>"""))}
        </ul>
        """);

    public static string StructuredFilm(SiteFilm film) => Page(film.Title, $"<p>{StubSite.Text(film.Title)}</p>", $"""
        <meta property="og:type" content="video.movie">
        <meta property="og:image" content="https://img.cinema.example/{film.Id}.jpg">
        <meta property="og:description" content="Немой фильм {film.Year} года.">
        <meta property="og:video:url" content="https://player.cinema.example/{film.Id}">
        <script type="application/ld+json">{Graph(film).ToJsonString(Readable)}</script>
        """);

    public static string ScriptedList(string extra) => Page("Кино", $$"""
        {{extra}}
        <link rel="stylesheet" href="/site.css">
        <div id="films"></div>
        <script>
        fetch('/api/films' + location.search).then(answer => answer.json()).then(films => {
          const list = document.getElementById('films');
          for (const film of films) {
            const row = list.appendChild(document.createElement('div'));
            row.className = 'film';
            row.dataset.id = film.id;
            row.dataset.player = 'https://player.film.example/' + film.id;
            for (const [name, text] of [['title', film.title], ['year', film.year], ['time', film.time], ['kind', 'Фильм']])
              Object.assign(row.appendChild(document.createElement('span')), { className: 'film__' + name, textContent: text });
            Object.assign(row.appendChild(document.createElement('a')), { href: '/film/' + film.id });
            Object.assign(row.appendChild(document.createElement('img')), { src: '/posters/' + film.id + '.jpg' });
          }
          list.dataset.ready = '';
        });
        </script>
        """);

    public static string ScriptedData(IEnumerable<SiteFilm> films) => new JsonArray([.. films.Select(film => (JsonNode)new JsonObject
    {
        ["id"] = film.Id, ["title"] = film.Title, ["year"] = film.Year, ["time"] = $"{film.Minutes} мин",
    })]).ToJsonString(Readable);

    private static JsonObject Graph(SiteFilm film) => new()
    {
        ["@context"] = "https://schema.org",
        ["@graph"] = new JsonArray(
            new JsonObject { ["@type"] = "WebSite", ["name"] = "Кино" },
            new JsonObject
            {
                ["@type"] = "Movie",
                ["name"] = film.Title,
                ["alternateName"] = film.OriginalTitle,
                ["dateCreated"] = $"{film.Year}-01-01",
                ["duration"] = $"PT{film.Minutes / 60}H{film.Minutes % 60}M",
                ["director"] = new JsonArray(new JsonObject { ["@type"] = "Person", ["name"] = film.Director }),
                ["genre"] = new JsonArray([.. film.Genres.Split(", ").Select(genre => (JsonNode)genre)]),
                ["contentRating"] = "12+",
                ["uploadDate"] = "2021-03-05T14:30:00+03:00",
                ["aggregateRating"] = new JsonObject { ["@type"] = "AggregateRating", ["ratingValue"] = "7.9", ["ratingCount"] = "120" },
            }),
    };

    private static string Page(string title, string body, string head = "") => $"""
        <!doctype html>
        <html lang="ru"><head><meta charset="utf-8"><title>{StubSite.Text(title)}</title>{head}</head>
        <body>{body}</body></html>
        """;
}
