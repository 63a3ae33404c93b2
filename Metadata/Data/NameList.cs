using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Metadata.Data;

/// <summary>A short list of names in one text column, a name a line: the same on both databases, and half the size of
/// JSON for Cyrillic.</summary>
internal sealed class NameList() : ValueConverter<List<string>, string>(names => Write(names), text => Read(text))
{
    private const char Separator = '\n';

    public static string Write(IReadOnlyList<string> names) =>
        string.Join(Separator, names.Select(name => name.Replace(Separator, ' ')));

    public static List<string> Read(string text) => text.Length == 0 ? [] : [.. text.Split(Separator)];
}

internal sealed class NameListComparer() : ValueComparer<List<string>>(
    (one, other) => one == null ? other == null : other != null && one.SequenceEqual(other, StringComparer.Ordinal),
    names => names.Aggregate(0, (hash, name) => HashCode.Combine(hash, StringComparer.Ordinal.GetHashCode(name))),
    names => names.ToList());
