using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Gateway.Site.Pages;

/// <summary>An answer of the API that goes out within the page, so that the site's first view needs no request. It is
/// data to the browser and is never run, so that no policy for scripts has to allow it.</summary>
/// <param name="Url">The request that it answers, as the site would write it.</param>
/// <param name="Json">The answer's body.</param>
internal sealed record DataIsland(string Url, byte[] Json)
{
    // 0xE2 begins the two line ends of Unicode, and much else.
    private static readonly SearchValues<byte> Suspects = SearchValues.Create([(byte)'<', (byte)'>', 0xE2]);

    /// <summary>The element that the site looks for.</summary>
    public byte[] ToHtml()
    {
        var url = Encoding.UTF8.GetBytes(JsonEncodedText.Encode(Url).Value);
        return
        [
            .. "<script type=\"application/json\" id=\"boot\">{\"url\":\""u8, .. url, .. "\",\"data\":"u8,
            .. Escape(Json), .. "}</script>"u8,
        ];
    }

    /// <summary>Leaves no character in JSON that could end the element or be a line's end to a script. Outside strings
    /// JSON has none of them, and in strings each may be written by its number.</summary>
    internal static byte[] Escape(byte[] json)
    {
        if (json.AsSpan().IndexOfAny(Suspects) < 0)
        {
            return json;
        }

        var escaped = new ArrayBufferWriter<byte>(json.Length + 64);
        var rest = json.AsSpan();
        for (int next; (next = rest.IndexOfAny(Suspects)) >= 0;)
        {
            escaped.Write(rest[..next]);
            rest = rest[next..];
            var isLineEnd = rest.StartsWith("\u2028"u8) || rest.StartsWith("\u2029"u8);
            escaped.Write(
                rest[0] == '<' ? "\\u003C"u8
                : rest[0] == '>' ? "\\u003E"u8
                : isLineEnd ? (rest[2] == 0xA8 ? "\\u2028"u8 : "\\u2029"u8)
                : rest[..1]);
            rest = rest[(isLineEnd ? 3 : 1)..];
        }

        escaped.Write(rest);
        return escaped.WrittenSpan.ToArray();
    }
}
