namespace Metadata.Indexing;

/// <summary>The films of every age mark. There are but a few marks, so a set for each is smaller than a column, and sets
/// are counted faster.</summary>
internal sealed class AgeMarks
{
    private readonly SortedDictionary<int, Bitmap> _films = [];

    public void Put(int id, int? age)
    {
        foreach (var films in _films.Values)
        {
            films.Remove(id);
        }

        if (age is not { } mark)
        {
            return;
        }

        if (!_films.TryGetValue(mark, out var marked))
        {
            _films.Add(mark, marked = new Bitmap());
        }

        marked.Add(id);
    }

    /// <summary>Keeps of a set the films with this mark or a lower one.</summary>
    public void Keep(Bitmap films, int to, int capacity)
    {
        using var young = RentedBitmap.Rent(capacity);
        foreach (var (_, marked) in _films.TakeWhile(mark => mark.Key <= to))
        {
            young.Or(marked);
        }

        films.And(young);
    }

    /// <summary>How many films of a set have each mark, the lowest first.</summary>
    public IEnumerable<(int Number, int Count)> Count(Bitmap films) =>
        _films.Select(mark => (mark.Key, mark.Value.CountCommon(films))).Where(mark => mark.Item2 > 0);
}
