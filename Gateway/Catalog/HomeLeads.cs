namespace Gateway.Catalog;

internal static class HomeLeads
{
    /// <summary>How many cards of a row are seen without scrolling on most screens.</summary>
    private const int Leading = 5;

    private const int Shown = 18;

    /// <summary>Films to ask for in each row, so that those already seen above can stand aside.</summary>
    public const int Asked = 30;

    /// <summary>Puts films that already lead a row above behind those that do not; all else keeps its order.</summary>
    public static IReadOnlyList<HomeSection> Spread(IEnumerable<HomeSection> sections)
    {
        var leads = new HashSet<int>();
        var spread = new List<HomeSection>();
        foreach (var section in sections)
        {
            var items = section.Items.OrderBy(movie => leads.Contains(movie.Id)).Take(Shown).ToList();
            leads.UnionWith(items.Take(Leading).Select(movie => movie.Id));
            spread.Add(section with { Items = items });
        }

        return spread;
    }
}
