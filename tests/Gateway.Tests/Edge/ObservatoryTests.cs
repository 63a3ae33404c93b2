using System.Net.Http.Headers;

namespace Gateway.Tests.Edge;

/// <summary>The rules by which MDN's HTTP Observatory grades a site (release 1.4.8), on the answers of a Gateway behind a
/// proxy with TLS. 100 points is A+; 130 is all there is without a place in the browsers' preload list.</summary>
public class ObservatoryTests
{
    private const int Start = 100;

    [Theory]
    [InlineData("/")]
    [InlineData("/en/catalog")]
    [InlineData("/movies/7/film")]
    [InlineData("/no-such-page")]
    public async Task Every_page_gets_an_A_plus_with_all_points(string page)
    {
        await using var app = await GatewayApp.StartAsync("ForwardedHeaders:KnownProxies=127.0.0.1", "Players:Origins:0=https://tube.example");
        app.Metadata.On("/api/v1/movies/7", StubMetadata.Movie(7));

        using var response = await app.GetAsync(page, "X-Forwarded-Proto: https", "Origin: https://evil.example");

        Assert.Equal(130, Start + Csp(response.Headers) + Referrer(response.Headers) + Framing(response.Headers)
            + Resources(response.Headers) + Penalties(response.Headers, await response.Content.ReadAsStringAsync()));
    }

    private static string Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? Assert.Single(values) : "";

    private static Dictionary<string, string[]> Policy(HttpResponseHeaders headers) =>
        Header(headers, "Content-Security-Policy").Split("; ").Select(directive => directive.Split(' '))
            .ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);

    /// <summary>Nothing unsafe, and nothing allowed that is not named: csp-implemented-with-no-unsafe-default-src-none.</summary>
    private static int Csp(HttpResponseHeaders headers)
    {
        var policy = Policy(headers);
        string[] loose = ["*", "http:", "https:", "data:", "ftp:", "'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "'strict-dynamic'"];
        var isStrict = policy["default-src"] is ["'none'"]
            && policy["object-src"] is ["'none'"] && policy["base-uri"] is ["'none'"]
            && policy["form-action"] is ["'self'"] && policy["frame-ancestors"] is ["'none'"]
            && !policy.Values.SelectMany(sources => sources).Any(source =>
                loose.Contains(source, StringComparer.Ordinal) || source.StartsWith("http://", StringComparison.Ordinal));
        return isStrict ? 10 : -25;
    }

    /// <summary>referrer-policy-private.</summary>
    private static int Referrer(HttpResponseHeaders headers) => Header(headers, "Referrer-Policy") is
        "no-referrer" or "same-origin" or "strict-origin" or "strict-origin-when-cross-origin" ? 5 : -5;

    /// <summary>x-frame-options-implemented-via-csp.</summary>
    private static int Framing(HttpResponseHeaders headers) => Policy(headers).ContainsKey("frame-ancestors") ? 5 : -20;

    /// <summary>cross-origin-resource-policy-implemented-with-same-origin.</summary>
    private static int Resources(HttpResponseHeaders headers) =>
        Header(headers, "Cross-Origin-Resource-Policy") == "same-origin" ? 10 : 0;

    private static int Penalties(HttpResponseHeaders headers, string html)
    {
        var seconds = Header(headers, "Strict-Transport-Security").Split([';', '='])[1];
        var isTlsKept = int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture) >= 15_768_000;
        return (isTlsKept ? 0 : -20)
            + (Header(headers, "X-Content-Type-Options") == "nosniff" ? 0 : -5)
            + (headers.Contains("Set-Cookie") ? -20 : 0)
            + (headers.Contains("Access-Control-Allow-Origin") ? -50 : 0)
            + (html.Contains("src=\"http:", StringComparison.Ordinal) || html.Contains("src=\"//", StringComparison.Ordinal) ? -50 : 0);
    }
}
