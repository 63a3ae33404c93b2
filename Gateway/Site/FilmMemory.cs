using System.Collections.Concurrent;

namespace Gateway.Site;

/// <summary>Films asked for in the last minute, so that a film's page and its pictures ask Metadata once.</summary>
internal sealed class FilmMemory(TimeProvider clock)
{
    private const int MostFilms = 2_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<int, (Film Film, DateTimeOffset Until)> _films = [];

    public Film? Recall(int id) =>
        _films.TryGetValue(id, out var entry) && entry.Until > clock.GetUtcNow() ? entry.Film : null;

    public void Remember(int id, Film film)
    {
        // A minute's worth is quickly learned again; sorting out single entries would cost more than it saves.
        if (_films.Count >= MostFilms)
        {
            _films.Clear();
        }

        _films[id] = (film, clock.GetUtcNow() + Kept);
    }
}
