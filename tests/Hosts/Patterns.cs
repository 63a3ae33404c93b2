using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Hosts;

/// <summary>The regular expressions of a program, and what makes a careless one think for ever.</summary>
public static class Patterns
{
    /// <summary>Longest time that a pattern which may go back over its text is allowed.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    private const int Length = 100_000;
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;

    /// <summary>Texts of a hundred thousand characters that nearly match: one piece over and over, and an end that does not
    /// fit.</summary>
    public static IReadOnlyList<string> WorstCases { get; } =
    [
        .. from piece in new[]
           {
               "a", " ", "1", "-", ".", "(", "\"", "\\", "<", "&", "я", "ё", "a ", "1:", "1.", "aA", "ab@", "=\"", "<a ", "&#1;", "\n",
               "\u0301", "1 серия ",
           }
           from end in new[] { "!", "\uFFFD" }
           select string.Concat(Enumerable.Repeat(piece, Length / piece.Length)) + end,
    ];

    /// <summary>All of them: made by methods, kept in fields, alone or several in one.</summary>
    public static IReadOnlyList<Regex> Of(Assembly program) =>
    [
        .. from type in program.GetTypes()
           where !type.ContainsGenericParameters
           from found in Methods(type).Concat(Fields(type))
           select found,
    ];

    /// <summary>Whether the time it takes grows no faster than the text, or is cut off.</summary>
    public static bool IsBounded(Regex pattern) => pattern.Options.HasFlag(RegexOptions.NonBacktracking)
        || (pattern.MatchTimeout > TimeSpan.Zero && pattern.MatchTimeout <= Limit);

    /// <summary>Whether a pattern came to an end on a text, if only by its own limit.</summary>
    public static bool Ends(Regex pattern, string text)
    {
        try
        {
            _ = pattern.Count(text);
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            return IsBounded(pattern);
        }
    }

    private static IEnumerable<Regex> Methods(Type type) =>
        from method in type.GetMethods(Static)
        where method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0 && !method.ContainsGenericParameters
        select (Regex)method.Invoke(null, null)!;

    private static IEnumerable<Regex> Fields(Type type) =>
        from field in type.GetFields(Static)
        where !field.IsLiteral && (typeof(Regex).IsAssignableFrom(field.FieldType) || typeof(IEnumerable<Regex>).IsAssignableFrom(field.FieldType))
        from pattern in field.GetValue(null) switch { Regex one => [one], IEnumerable several => several.OfType<Regex>(), _ => [] }
        select pattern;
}
