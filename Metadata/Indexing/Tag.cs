namespace Metadata.Indexing;

/// <summary>A name, however spelt, and its films.</summary>
/// <param name="name">As the first film spells it.</param>
internal sealed class Tag(string name)
{
    // Films that spell it otherwise, by spelling; hardly any tag has them.
    private Dictionary<string, TagFilms>? _otherwise;

    public TagFilms Films { get; } = new();

    /// <summary>How one of <see cref="Films"/> spells it.</summary>
    public string SpellingOf(int id) =>
        _otherwise?.FirstOrDefault(other => other.Value.Contains(id)).Key ?? name;

    public void Add(int id, string spelling)
    {
        Films.Add(id);
        if (spelling != name)
        {
            _otherwise ??= new(StringComparer.Ordinal);
            if (!_otherwise.TryGetValue(spelling, out var films))
            {
                _otherwise.Add(spelling, films = new TagFilms());
            }

            films.Add(id);
        }
    }

    public void Remove(int id)
    {
        Films.Remove(id);
        foreach (var films in _otherwise?.Values ?? Enumerable.Empty<TagFilms>())
        {
            films.Remove(id);
        }
    }

    public void Settle(int capacity)
    {
        Films.Settle(capacity);
        foreach (var films in _otherwise?.Values ?? Enumerable.Empty<TagFilms>())
        {
            films.Settle(capacity);
        }
    }

    /// <summary>The last of the spellings that <paramref name="films"/> use, by code of letter.</summary>
    public string NameIn(Bitmap films)
    {
        if (_otherwise is null)
        {
            return name;
        }

        var spellings = _otherwise.Select(other => (other.Key, Count: other.Value.CountIn(films))).ToList();
        var own = Films.CountIn(films) - spellings.Sum(other => other.Count);
        return spellings.Append((Key: name, Count: own)).Where(spelling => spelling.Count > 0)
            .Select(spelling => spelling.Key).Max(StringComparer.Ordinal)!;
    }
}
