using System.Net;
using Microsoft.Extensions.Options;

namespace Gateway.Site.Posters;

/// <summary>Fetches one picture. Redirects are followed by hand, each target checked like the first address.</summary>
internal sealed class PictureFetcher(HttpClient http, IOptions<PosterOptions> posters, IOptions<NetworkOptions> network)
{
    private const int MostRedirects = 3;

    /// <exception cref="PictureException">The host was asked and there is no picture to be had.</exception>
    /// <exception cref="HttpRequestException">The host could not be asked.</exception>
    public async Task<Picture> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            Check(address);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var answer = await http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return await ReadAsync(address, answer, cancellationToken);
            }

            if (answer.Headers.Location is not { } target || (int)answer.StatusCode is < 300 or > 399)
            {
                throw new PictureException($"{address} answered {(int)answer.StatusCode}.", answer.StatusCode);
            }

            address = new Uri(address, target);
        }

        throw new PictureException($"{address} is the end of more than {MostRedirects} redirects.");
    }

    private void Check(Uri address)
    {
        var isFree = network.Value.AllowPrivateAddresses;
        var isPlain = address.IsAbsoluteUri && address.UserInfo.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || (isFree && address.Scheme == Uri.UriSchemeHttp))
            && (isFree || address.IsDefaultPort);
        if (!isPlain)
        {
            throw new PictureException($"{address} is not a plain https address.");
        }
    }

    private async Task<Picture> ReadAsync(Uri address, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var limit = posters.Value.MaxPictureBytes;
        if (answer.Content.Headers.ContentLength is { } length && length > limit)
        {
            throw new PictureException($"{address} has {length} bytes, at most {limit} are taken.");
        }

        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > limit)
            {
                throw new PictureException($"{address} has more than {limit} bytes.");
            }
        }

        var picture = Picture.Read(bytes.ToArray())
            ?? throw new PictureException($"{address} is not a JPEG, PNG, WebP, AVIF or GIF picture.");
        return picture.Size.Pixels <= posters.Value.MaxPixels
            ? picture
            : throw new PictureException(
                $"{address} has {picture.Size.Width} x {picture.Size.Height} pixels, at most {posters.Value.MaxPixels} are taken.");
    }
}

/// <summary>There is no picture at an address; asking again soon will not help.</summary>
/// <param name="status">What the host answered, null when the answer itself was good.</param>
internal sealed class PictureException(string message, HttpStatusCode? status = null) : Exception(message)
{
    /// <summary>Whether the host as a whole is in trouble, rather than this one picture.</summary>
    public bool IsHostFailure => status is { } code && ((int)code >= 500 || code == HttpStatusCode.TooManyRequests);
}
