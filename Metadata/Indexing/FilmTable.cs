namespace Metadata.Indexing;

/// <summary>Every fact of every film that questions look at, by film id, and the orders by them.</summary>
internal sealed class FilmTable
{
    private const short UnknownYear = short.MinValue;
    private const int UnknownDuration = int.MinValue;

    private readonly SortColumn[] _columns;
    private readonly SortOrder[] _orders;
    private readonly TagIndex[] _tags;
    private int _capacity;
    private bool _settled = true;

    public FilmTable()
    {
        _columns = [Years, Ratings, Durations, Views, AddedTimes, Titles];
        _tags = [Genres, Countries, Directors, Sources];
        (ByViews, ByAddedTime, ByRating) = (new(Views, falls: true), new(AddedTimes, falls: true), new(Ratings, falls: true));
        (ByYear, ByTitle, ByDuration) = (new(Years, falls: true), new(Titles, falls: false), new(Durations, falls: false));
        _orders = [ByViews, ByAddedTime, ByRating, ByYear, ByTitle, ByDuration];
    }

    /// <summary>Ids are below this number.</summary>
    public int Capacity => _settled
        ? _capacity
        : throw new InvalidOperationException("Films were put in but not settled. Call Settle after the last Put, before any question.");

    public Bitmap All { get; } = new();

    public Bitmap Active { get; } = new();

    /// <summary>What visitors' lists show.</summary>
    public Bitmap Listed { get; } = new();

    public Bitmap Available { get; } = new();

    public NumberColumn<short> Years { get; } = new(UnknownYear);

    public NumberColumn<double> Ratings { get; } = new(double.NaN);

    public AgeMarks Ages { get; } = new();

    public NumberColumn<int> Durations { get; } = new(UnknownDuration);

    public NumberColumn<long> Views { get; } = new(long.MinValue);

    public NumberColumn<long> AddedTimes { get; } = new(long.MinValue);

    public TitleColumn Titles { get; } = new();

    public TagIndex Genres { get; } = new();

    public TagIndex Countries { get; } = new();

    /// <summary>Their names are never shown from here, so that the keys alone are kept.</summary>
    public TagIndex Directors { get; } = new();

    public TagIndex Sources { get; } = new();

    public SortOrder ByViews { get; }

    public SortOrder ByAddedTime { get; }

    public SortOrder ByRating { get; }

    public SortOrder ByYear { get; }

    public SortOrder ByTitle { get; }

    public SortOrder ByDuration { get; }

    /// <summary>The order of a list; relevance to no text is popularity.</summary>
    public SortOrder OrderOf(SortKey sort) => sort switch
    {
        SortKey.Relevance or SortKey.Popular => ByViews,
        SortKey.New => ByAddedTime,
        SortKey.Rating => ByRating,
        SortKey.Year => ByYear,
        SortKey.Title => ByTitle,
        SortKey.Duration => ByDuration,
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "There is no such order."),
    };

    public void Put(IndexedMovie movie)
    {
        var id = movie.Id;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        Grow(id);
        _settled = false;
        var added = All.Add(id);
        Active.Set(id, movie.IsActive);
        Listed.Set(id, movie.IsActive && movie.IsListed);
        Available.Set(id, movie.IsAvailable);
        Ages.Put(id, movie.AgeRating);
        Mark(ByYear, id, Years.Write(id, (short?)movie.Year));
        Mark(ByRating, id, Ratings.Write(id, movie.Rating));
        Mark(ByDuration, id, Durations.Write(id, movie.DurationSeconds));
        Mark(ByViews, id, Views.Write(id, movie.Views));
        Mark(ByAddedTime, id, AddedTimes.Write(id, movie.AddedAt.UtcTicks));
        Mark(ByTitle, id, Titles.Write(id, movie.Title) || added);
        Genres.Put(id, movie.Genres);
        Countries.Put(id, movie.Countries);
        Directors.Put(id, [.. movie.Directors.Select(TagNames.KeyOf)]);
        Sources.Put(id, movie.Sources);
    }

    public void Settle()
    {
        foreach (var order in _orders)
        {
            order.Settle();
        }

        foreach (var tags in _tags)
        {
            tags.Settle(_capacity);
        }

        _settled = true;
    }

    private static void Mark(SortOrder order, int id, bool changed)
    {
        if (changed)
        {
            order.Mark(id);
        }
    }

    // By a sixteenth, in whole words of a bitmap.
    private void Grow(int id)
    {
        if (id < _capacity)
        {
            return;
        }

        _capacity = Bitmap.WordsFor(id + 1 + (id / 16)) * Bitmap.WordBits;
        foreach (var column in _columns)
        {
            column.Grow(_capacity);
        }

        foreach (var tags in _tags)
        {
            tags.Grow(_capacity);
        }
    }
}
