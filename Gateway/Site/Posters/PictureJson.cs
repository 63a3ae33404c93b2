using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Gateway.Site.Posters;

/// <summary>Puts our own addresses of pictures in the place of the hosts' into the catalogue's JSON, and the colour of
/// those that are known behind them. All other bytes stay as they are.</summary>
internal sealed class PictureJson(PictureLinks links)
{
    private const int MostLevels = 64;

    /// <param name="json">Films on any level. A film is an object whose id comes before its pictures.</param>
    public PicturedJson Rewrite(byte[] json)
    {
        var written = new ArrayBufferWriter<byte>(json.Length);
        var ids = new int[MostLevels + 1];
        var pictures = new string?[MostLevels + 1];
        var (copied, hasUnseen) = (0, false);
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            var depth = reader.CurrentDepth;
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                (ids[depth + 1], pictures[depth + 1]) = (0, null);
            }
            else if (reader.TokenType == JsonTokenType.PropertyName && Kind(ref reader) is var kind and not Member.Other)
            {
                reader.Read();
                if (kind == Member.Id)
                {
                    ids[depth] = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var id) ? id : 0;
                }
                else if (ids[depth] > 0 && reader.TokenType == JsonTokenType.String)
                {
                    // A thumbnail leads to the same picture, only smaller.
                    var isFirst = pictures[depth] is null;
                    pictures[depth] ??= reader.GetString();
                    written.Write(json.AsSpan(copied, (int)reader.TokenStartIndex - copied));
                    var link = links.Of(ids[depth], pictures[depth], kind == Member.Image ? "l" : "s");
                    Write(written, link, isFirst);
                    hasUnseen |= link.IsUnseen;
                    copied = (int)reader.BytesConsumed;
                }
            }
        }

        if (copied == 0)
        {
            return new PicturedJson(json, HasUnseen: false);
        }

        written.Write(json.AsSpan(copied));
        return new PicturedJson(written.WrittenSpan.ToArray(), hasUnseen);
    }

    private static void Write(ArrayBufferWriter<byte> written, PictureLink link, bool withColor)
    {
        var color = withColor && link.Color is not null ? $",\"imageColor\":\"{link.Color}\"" : "";
        Encoding.UTF8.GetBytes($"\"{link.Path}\"{color}", written);
    }

    private static Member Kind(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("id"u8) ? Member.Id
        : reader.ValueTextEquals("imageUrl"u8) ? Member.Image
        : reader.ValueTextEquals("thumbnailUrl"u8) ? Member.Thumbnail
        : Member.Other;

    private enum Member
    {
        Other,
        Id,
        Image,
        Thumbnail,
    }
}

/// <summary>JSON with our addresses of pictures.</summary>
/// <param name="HasUnseen">Whether more will be known of some picture once somebody has looked at it.</param>
internal sealed record PicturedJson(byte[] Bytes, bool HasUnseen);
