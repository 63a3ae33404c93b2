namespace Metadata.Indexing;

/// <summary>Names by which films are filtered and counted.</summary>
internal static class TagNames
{
    /// <summary>What is compared of a name: lower case, no control characters.</summary>
    public static string KeyOf(string name) =>
        string.Concat(name.Where(letter => !char.IsControl(letter))).Trim().ToLowerInvariant();
}
