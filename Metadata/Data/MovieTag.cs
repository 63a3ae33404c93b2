namespace Metadata.Data;

/// <summary>A name by which films are filtered and counted.</summary>
internal sealed class MovieTag
{
    public int MovieId { get; set; }

    public required TagKind Kind { get; init; }

    /// <summary>The name in lower case: what is compared.</summary>
    public required string Key { get; init; }

    /// <summary>The name as shown.</summary>
    public required string Name { get; set; }

    /// <summary>Place in the film's list, from 0.</summary>
    public required int Position { get; set; }

    /// <summary>What <see cref="Key"/> holds for a name.</summary>
    public static string KeyOf(string name) =>
        string.Concat(name.Where(letter => !char.IsControl(letter))).Trim().ToLowerInvariant();
}

internal enum TagKind
{
    Genre,
    Country,
    Director,

    /// <summary>A source that holds the film; follows from its videos.</summary>
    Source,
}
