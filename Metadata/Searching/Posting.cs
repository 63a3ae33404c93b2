namespace Metadata.Searching;

/// <summary>Where in a film a word stands.</summary>
[Flags]
internal enum Places
{
    None = 0,
    Title = 1,
    TitleFirst = 2,
    TitleWhole = 4,
    Other = 8,
    OtherFirst = 16,
    OtherWhole = 32,
    Person = 64,
}

/// <summary>A film that has a word, and the places where it stands, in 32 bits that sort by film.</summary>
internal readonly record struct Posting(uint Packed)
{
    /// <summary>The largest number of a film that fits.</summary>
    public const int MaxMovieId = (1 << (32 - PlaceBits)) - 1;

    private const int PlaceBits = 7;

    public Posting(int movieId, Places places)
        : this(((uint)movieId << PlaceBits) | (uint)places)
    {
    }

    public int MovieId => (int)(Packed >> PlaceBits);

    public Places Places => (Places)(Packed & ((1 << PlaceBits) - 1));
}
