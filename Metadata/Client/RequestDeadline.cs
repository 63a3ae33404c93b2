using System.Globalization;
using System.Net.Http.Headers;

namespace Metadata.Client;

/// <summary>How long the caller of a request goes on waiting. It travels as a span and not as a moment, so that clocks
/// need not agree.</summary>
public static class RequestDeadline
{
    /// <summary>Header that carries it, whole milliseconds.</summary>
    public const string Header = "X-Deadline-Ms";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static void WriteTo(HttpRequestHeaders headers, TimeSpan left) =>
        headers.Add(Header, Math.Max(1, (long)left.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));

    /// <summary>Null when the header is absent or says nothing that could be meant.</summary>
    public static TimeSpan? Read(string? header) =>
        long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds > 0 && milliseconds <= Longest.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;
}
