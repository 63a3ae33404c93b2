using System.Text;

namespace Scraper.Tests.Sources.Mutating;

/// <summary>Values that no host should send.</summary>
internal static class HostileValues
{
    // Costly to read, so seldom.
    private const int OneLongIn = 500;
    private const int LongLength = 1_000_000;

    private static readonly string[] Texts =
    [
        "", " ", "0", "-1", "1e400", "NaN", "99999999999999999999", "true", "null", "\0", "a\0b", "a\u0001\u0007\u001Bb", "\uD800",
        "Фильм \uDC00 1999", "\u202E\u200Bмьлиф\u2066", "\uFFFE", "e\u0301\u0301\u0301\u0301", "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>", "<!--", "]]>", "&#0;&#xD800;&lt;", "=cmd|' /C calc'!A0", "'; DROP TABLE Videos;--",
        "../../etc/passwd", "..\\..\\CON", "{{7*7}}${7*7}", "\r\nSet-Cookie: a=b", "javascript:alert(1)", "data:text/html,x",
        "file:///etc/passwd", "http://127.0.0.1/", "http://[::1]/", "//evil.example/x", "https://user:secret@evil.example/",
        "https://①②⑦.0.0.1/", "https://evil.example:22/", "https://xn--/", "http:", "{\uD800",
        "{\"video_id\":\"\\ud800\"}", "P1Y", "99:99:99", "12 мин", "PT10M", "трейлер", "en",
        "0000-00-00", "9999-12-31T23:59:59+14:00", "-000001-01-01", new('9', 400), new('x', 501), new('я', 10_001),
        "https://films.example/" + new string('a', 2_100), string.Join(';', Enumerable.Range(0, 60)),
    ];

    public static string Pick(Random random) => random.Next(OneLongIn) == 0
        ? new StringBuilder().Insert(0, "Длинный <b>фильм</b> ", LongLength / 20).ToString()
        : Texts[random.Next(Texts.Length)];
}
