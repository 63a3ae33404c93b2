using System.Net;
using Scraper.Fetching;

namespace Scraper.Sources.Rutube;

/// <summary>Reads one video by its id, its old number, or its id with the key of a private video.</summary>
internal sealed class RutubeSingleVideo(PoliteHttp http, Uri baseUrl)
{
    private const int HexIdLength = 32;

    /// <exception cref="SourceException">Gone, hidden, or not for our country.</exception>
    public async Task<SourcePage> ReadAsync(string value, CancellationToken cancellationToken)
    {
        var parts = value.Split('?', 2);
        var key = parts.Length == 2 ? RutubeAddresses.Key("?" + parts[1]) : null;
        var id = parts[0].Length == HexIdLength ? parts[0] : await ResolveAsync(parts[0], cancellationToken);
        try
        {
            return await ReadAsync(id, key, cancellationToken);
        }
        catch (SourceException untold) when (key is null && untold.Failure
            is SourceFailure.Refused or SourceFailure.Forbidden or SourceFailure.Contract)
        {
            // The API is shut to us or has changed, which says nothing of the video. A host that challenges us is left alone.
            if (await TryEmbedAsync(id, cancellationToken) is { } embedded)
            {
                return embedded;
            }

            throw;
        }
    }

    private async Task<SourcePage> ReadAsync(string id, string? key, CancellationToken cancellationToken)
    {
        var url = Api($"video/{id}/", key);
        var answer = await http.GetBytesAsync(url, cancellationToken);
        if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Forbidden)
        {
            await ThrowReasonAsync(answer, id, key, cancellationToken);
        }

        using var json = FetchedJson.Read(answer);
        var read = RutubeParser.Read(json.Root, card: null);
        if (read.Video is { } video && key is not null)
        {
            read = ReadItem.Accept(video with { EmbedUrl = RutubeAddresses.Embed(id, key) });
        }

        return read.AsPage();
    }

    private async Task<SourcePage?> TryEmbedAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            using var json = await http.GetJsonAsync(RutubeOembed.Address(baseUrl, id), cancellationToken);
            var read = RutubeOembed.Read(json.Root, id);
            return read.Video is null ? null : read.AsPage();
        }
        catch (SourceException)
        {
            // The reason that counts is the one for which this was tried.
            return null;
        }
    }

    // Old embeds hold the number of the track; the player knows which video it is.
    private async Task<string> ResolveAsync(string number, CancellationToken cancellationToken)
    {
        using var json = await http.GetJsonAsync(Api($"play/options/{number}/", key: null), cancellationToken);
        if (RutubePlayOptions.WhyWithheld(json.Root, json.Url) is { } withheld)
        {
            throw withheld;
        }

        return RutubePlayOptions.EffectiveVideo(json.Root) is { Length: HexIdLength } id && id.All(char.IsAsciiHexDigit)
            ? id.ToLowerInvariant()
            : throw new SourceException(
                SourceFailure.Contract,
                $"{json.Url} does not say which video the number {number} is: the field \"effective_video\" is "
                + $"{json.Root.Describe("effective_video")}.");
    }

    // The video's own answer does not say why it is withheld; the player's does.
    private async Task ThrowReasonAsync(
        FetchedBody answer, string id, string? key, CancellationToken cancellationToken)
    {
        if (answer.Status != HttpStatusCode.Gone && AnswerFailure.Of(answer) is { Failure: not SourceFailure.AntiBot })
        {
            var player = await http.GetBytesAsync(Api($"play/options/{id}/", key), cancellationToken);
            if (player.Status == HttpStatusCode.OK)
            {
                using var json = FetchedJson.Read(player);
                throw RutubePlayOptions.WhyWithheld(json.Root, json.Url) ?? AnswerFailure.Of(answer)!;
            }
        }

        throw AnswerFailure.Of(answer)!;
    }

    private Uri Api(string path, string? key) =>
        new(baseUrl, $"/api/{path}?format=json{(key is null ? "" : $"&p={Uri.EscapeDataString(key)}")}");
}
