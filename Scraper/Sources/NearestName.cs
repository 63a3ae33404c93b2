namespace Scraper.Sources;

/// <summary>Finds what somebody who mistyped a name most likely meant.</summary>
internal static class NearestName
{
    // What is longer is no name, and comparing takes time with its length.
    private const int MaxLength = 100;

    public static string Of(string mistyped, IEnumerable<string> known)
    {
        var start = mistyped.Length > MaxLength ? mistyped[..MaxLength] : mistyped;
        return known
            // A name that was left unfinished is nearer than any that was mistyped.
            .OrderByDescending(name => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .ThenBy(name => Distance(start.ToUpperInvariant(), name.ToUpperInvariant()))
            .FirstOrDefault()
            ?? throw new ArgumentException("There are no names to choose from.", nameof(known));
    }

    // Levenshtein, one row at a time.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
