using System.Text;

namespace Scraper.Fetching;

/// <summary>Knows the pages by which hosts ask whether a person is there.</summary>
internal static class ChallengePage
{
    // Enough of a page to see who is speaking.
    private const int LookBytes = 64 * 1024;

    // Ordinary pages may name a guard or hold a form with a captcha; these words stand on challenges only.
    private static readonly string[] OnlyOnChallenges =
    [
        "__qrator", "protected by qrator", "_cf_chl_opt", "/cdn-cgi/challenge-platform", "<title>just a moment",
        "<title>checking your browser", "<title>ddos-guard", "checkcaptcha", "showcaptcha", "smartcaptcha-page",
    ];

    /// <summary>Whether a page that is not the answer hoped for speaks for a guard.</summary>
    public static bool NamesGuard(FetchedBody answer)
    {
        var page = Start(answer);
        return page.Contains("qrator", StringComparison.OrdinalIgnoreCase)
            || page.Contains("captcha", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a challenge stands where a page was asked for and may well be.</summary>
    public static bool StandsIn(FetchedBody answer)
    {
        var page = Start(answer);
        return Array.Exists(OnlyOnChallenges, words => page.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    private static string Start(FetchedBody answer) =>
        Encoding.UTF8.GetString(answer.Body, 0, Math.Min(answer.Body.Length, LookBytes));
}
