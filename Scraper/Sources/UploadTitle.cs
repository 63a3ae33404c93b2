namespace Scraper.Sources;

/// <summary>What a title has to be for an upload to be kept.</summary>
internal static class UploadTitle
{
    public const int MaxLength = 500;

    /// <summary>Why a title is none; null when it is one.</summary>
    /// <param name="field">What the host calls the field.</param>
    /// <param name="found">What stands in it, for the message.</param>
    public static string? Problem(string? title, string field, string found) =>
        string.IsNullOrWhiteSpace(title) ? $"{field} is {found}, not a text"
        : title.Length > MaxLength ? $"{field} has {title.Length} characters; {MaxLength} are the most"
        : null;
}
