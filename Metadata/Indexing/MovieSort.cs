using System.Runtime.InteropServices;

namespace Metadata.Indexing;

/// <summary>The order of a list. Unknown values come last in both directions, and the id decides between equals.</summary>
/// <param name="Reversed">Against the own direction.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MovieSort(SortKey Key, bool Reversed)
{
    public static readonly IReadOnlyList<string> Names = [.. Enum.GetNames<SortKey>().Select(name => name.ToLowerInvariant())];

    /// <param name="text">A name with a leading '-' if reversed.</param>
    public static MovieSort Read(string text) => new(
        Enum.TryParse<SortKey>(text.TrimStart('-'), ignoreCase: true, out var key)
            ? key
            : throw new ArgumentException($"There is no sort '{text}'; there are {string.Join(", ", Names)}.", nameof(text)),
        text.StartsWith('-'));

    public override string ToString() => (Reversed ? "-" : "") + Names[(int)Key];
}

/// <summary>What films are sorted by, in the numbers that cursors carry.</summary>
internal enum SortKey
{
    Relevance,
    Popular,
    New,
    Rating,
    Year,
    Title,
    Duration,
}
