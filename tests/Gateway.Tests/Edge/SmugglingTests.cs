using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Gateway.Tests.Edge;

/// <summary>Requests that hide a second one, written so that two readers could see different ends: the Gateway answers
/// what it has passed on and passes on what it has answered, and the hidden request is never one of them.</summary>
public partial class SmugglingTests
{
    private const string Visible = "/api/v1/movies/1";
    private const string Hidden = "/api/v1/movies/666";
    private const string Following = "/api/v1/movies/2";

    private static readonly string Smuggled = $"GET {Hidden} HTTP/1.1\r\nHost: a\r\n\r\n";

    private static readonly string[] Encodings =
    [
        "Transfer-Encoding: chunked", "Transfer-Encoding : chunked", "Transfer-Encoding:\tchunked", "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunked, identity", "Transfer-Encoding: identity, chunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: x",
        "Transfer-Encoding:\r\n chunked", "transfer-encoding: CHUNKED", "Transfer-Encoding: \u000bchunked", "X: x\nTransfer-Encoding: chunked",
        "Transfer-Encoding: \"chunked\"", "Transfer_Encoding: chunked", "Transfer-Encoding: chunked;q=1", " Transfer-Encoding: chunked",
        "Transfer-Encoding: gzip, chunked",
    ];

    private static readonly string[] Chunks =
    [
        $"0\r\n\r\n{Smuggled}", $"0;a\n\r\n\r\n{Smuggled}", $"1;a\nb\r\nx\r\n0\r\n\r\n{Smuggled}", $"0\n\n{Smuggled}", $"00000000000000000000\r\n\r\n{Smuggled}",
        $"0x0\r\n\r\n{Smuggled}", $"+0\r\n\r\n{Smuggled}", $"-1\r\n\r\n{Smuggled}", $"FFFFFFFFFFFFFFFFF\r\n\r\n{Smuggled}", $"0 \r\n\r\n{Smuggled}",
        $"0\r\nX: y\r\n\r\n{Smuggled}", $"1\r\nxx\r\n0\r\n\r\n{Smuggled}",
    ];

    private static readonly string[] Lengths =
    [
        "Content-Length: 0\r\nContent-Length: {0}", "Content-Length: {0}\r\nContent-Length: 0", "Content-Length: 0, {0}", "Content-Length: +{0}",
        "Content-Length: {0}\r\n", "Content-Length : {0}", "Content-Length:\r\n {0}", "Content_Length: {0}", "Content-Length: 0x{0}",
        "Content-Length: {0}.0", "Content-Length: \u00a0{0}", "content-length: {0}", "Content-Length: 00{0}", "Content-Length: -{0}",
        "X: x\nContent-Length: {0}", "X: x\rContent-Length: {0}", "Content-Length: {0}\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
    ];

    private static IEnumerable<string> Variants()
    {
        foreach (var method in new[] { "GET", "POST" })
        {
            foreach (var (encoding, chunks) in Encodings.SelectMany(encoding => Chunks.Where((_, at) => at < 4).Select(chunks => (encoding, chunks)))
                .Concat(Chunks.Skip(4).Select(chunks => (Encodings[0], chunks))))
            {
                yield return $"{method} {Visible} HTTP/1.1\r\nHost: a\r\nContent-Length: {chunks.Length}\r\n{encoding}\r\n\r\n{chunks}";
            }

            foreach (var length in Lengths)
            {
                var lengths = string.Format(CultureInfo.InvariantCulture, length, Smuggled.Length);
                yield return $"{method} {Visible} HTTP/1.1\r\nHost: a\r\n{lengths}\r\n\r\n{Smuggled}";
            }
        }

        foreach (var line in new[]
        {
            $"GET {Visible} HTTP/1.1\nHost: a\n\n", $"GET {Visible} HTTP/1.1\r\nHost: a\r\n X: folded\r\n\r\n", $"GET {Visible}\r\n\r\n",
            $"GET {Visible} HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", $"GET  {Visible} HTTP/1.1\r\nHost: a\r\n\r\n", $"GET {Visible} HTTP/1.1 \r\nHost: a\r\n\r\n",
            $"GET {Visible} HTTP/1.1\rHost: a\r\n\r\n", $"GET {Visible} HTTP/2.0\r\nHost: a\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            $"GET {Visible} HTTP/1.1\r\nHost: a\0b\r\n\r\n", $"GET {Visible}\u000bHTTP/1.1\r\nHost: a\r\n\r\n", $"\r\n\r\nGET {Visible} HTTP/1.1\r\nHost: a\r\n\r\n",
        })
        {
            yield return line;
        }
    }

    [Fact]
    public void There_are_two_hundred_ways() => Assert.InRange(Variants().Distinct(StringComparer.Ordinal).Count(), 190, 400);

    [Fact]
    public async Task As_many_requests_are_counted_behind_as_answered_in_front_and_none_is_foreign()
    {
        var lost = 0;
        var app = await StartAsync();
        foreach (var variant in Variants())
        {
            app.Metadata.Requests.Clear();

            var answers = await ExchangeAsync(app.Client.BaseAddress!, variant + $"GET {Following} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            if (answers.Length == 0)
            {
                // What was asked behind for a lost answer may still be on its way, and must not count for the next.
                lost++;
                await app.DisposeAsync();
                app = await StartAsync();
                continue;
            }

            var shown = Answers().Matches(answers).Select(answer => $"/api/v1/movies/{answer.Groups["id"].Value}");
            Assert.True(app.Metadata.Asked.SequenceEqual(shown), $"{string.Join(' ', app.Metadata.Asked)} behind for {variant} in front: {answers}");
            Assert.True(IsPipelined(variant) || !app.Metadata.Asked.Contains(Hidden, StringComparer.Ordinal), $"A hidden request got through: {variant}");
        }

        await app.DisposeAsync();
        Assert.True(lost < Variants().Count() / 2, $"{lost} answers were lost: too little was compared.");
    }

    // Refusals, for a gateway keeps answers and would not ask twice.
    private static async Task<GatewayApp> StartAsync()
    {
        var app = await GatewayApp.StartAsync();
        foreach (var id in new[] { 1, 2, 666 })
        {
            app.Metadata.On($"/api/v1/movies/{id}", $"{{\"marker\":\"answer-{id}\"}}", 404, StubMetadata.ProblemJson);
        }

        return app;
    }

    // Two requests one behind the other, for every reader: nothing is hidden in the second.
    private static bool IsPipelined(string variant) => variant.Contains('_', StringComparison.Ordinal);

    private static async Task<string> ExchangeAsync(Uri root, string text)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(root.Host, root.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text));
        socket.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        try
        {
            return await reader.ReadToEndAsync();
        }
        catch (IOException)
        {
            // The server has closed the connection over what it has refused: what was not read by then is lost with it.
            return "";
        }
    }

    [GeneratedRegex("\"marker\":\"answer-(?<id>[0-9]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Answers();
}
