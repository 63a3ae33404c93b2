using Metadata.Matching;

namespace Metadata.Indexing;

/// <summary>Names by which films are filtered and counted.</summary>
internal static class TagNames
{
    /// <summary>What is compared of a name: lower case, no control characters.</summary>
    public static string KeyOf(string name)
    {
        var visible = HasControls(name) ? string.Concat(name.Where(letter => !char.IsControl(letter))) : name;
        return LetterCase.Lower(visible.Trim());
    }

    private static bool HasControls(ReadOnlySpan<char> name) =>
        name.ContainsAnyInRange('\0', '\u001F') || name.ContainsAnyInRange('\u007F', '\u009F');
}
