using System.Text.Json;

namespace Metadata.Movies;

/// <summary>Text of a request as it can be kept.</summary>
internal static class JsonText
{
    /// <summary>Trims, and takes out control characters: PostgreSQL cannot keep the zero one, and nobody can read the
    /// others. Null when the value is not text.</summary>
    /// <param name="value">Any JSON value.</param>
    /// <param name="lines">Keep line breaks.</param>
    public static string? Read(JsonElement value, bool lines)
    {
        if (value.ValueKind != JsonValueKind.String || Valid(value) is not { } text)
        {
            return null;
        }

        if (!HasControl(text))
        {
            return text.Trim();
        }

        return string.Concat(text
            .Select(letter => letter == '\t' || (letter == '\n' && !lines) ? ' ' : letter)
            .Where(letter => !char.IsControl(letter) || letter == '\n')).Trim();
    }

    private static bool HasControl(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\u001F') || text.ContainsAnyInRange('\u007F', '\u009F');

    private static string? Valid(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair or bytes that are not UTF-8: JSON by its grammar, but not text.
            return null;
        }
    }
}
