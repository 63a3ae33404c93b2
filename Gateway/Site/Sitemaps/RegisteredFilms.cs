using System.Runtime.InteropServices;

namespace Gateway.Site.Sitemaps;

/// <summary>All films as they were at one time.</summary>
/// <param name="ChangedAt">When this state was first seen.</param>
internal sealed record RegisteredFilms(RegisteredFilm[] Films, DateTimeOffset ChangedAt);

/// <summary>What a sitemap says of a film.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RegisteredFilm(int Id, string Slug, DateTimeOffset AddedAt);
