using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge;

/// <summary>Whose players may be framed; section "Players" of the configuration.</summary>
internal sealed class PlayerOptions : IValidatableObject
{
    public const string Section = "Players";

    public const string Rutube = "https://rutube.ru";

    private const int MostOrigins = 20;

    /// <summary>The hosts' own players that sources name, and the PeerTube instance that is asked by default.</summary>
    private static readonly string[] Official =
    [
        Rutube, "https://archive.org", "https://vk.com", "https://vkvideo.ru", "https://www.youtube-nocookie.com",
        "https://framatube.org",
    ];

    /// <summary>Origins of further players: PeerTube instances, hosts of sites. "https://video.example", at most 20.
    /// </summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>All of them, each once.</summary>
    public IReadOnlyList<string> All => [.. Official.Concat(Origins).Distinct(StringComparer.Ordinal)];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Origins.Count > MostOrigins)
        {
            yield return new ValidationResult(
                $"It names {Origins.Count} origins, and at most {MostOrigins} go into a header. Leave some out.", [nameof(Origins)]);
        }

        for (var at = 0; at < Origins.Count; at++)
        {
            if (!IsOrigin(Origins[at]))
            {
                yield return new ValidationResult(
                    "This is not the origin of a player. Write https://host or https://host:port in lower case, an "
                    + "international name in punycode, without path and wildcard.", [$"{nameof(Origins)}:{at}"]);
            }
        }
    }

    // It goes into a header as it is: what Uri would only tidy up is refused.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
        && Uri.CheckHostName(address.Host) != UriHostNameType.Unknown
        && text == $"https://{address.IdnHost}{(address.IsDefaultPort ? "" : $":{address.Port}")}";
}
