using System.Security.Cryptography;
using System.Text;
using Metadata.Client;
using Metadata.Data;

namespace Metadata.Operations;

/// <summary>The key that writes need: Metadata:ApiKey, or the key file in the data directory, made at first start.</summary>
internal sealed class WriteKey
{
    public const string ConfigurationKey = "Metadata:ApiKey";
    public const int MinLength = 32;

    private const int MinDistinctCharacters = 10;
    private const string Scheme = "Bearer ";

    private static readonly string[] WellKnown = ["changeme", "change-me", "change_me", "placeholder", "password"];

    private readonly byte[] _hash;

    private WriteKey(string key) => _hash = Hash(key);

    /// <exception cref="SettingException">The configured key is short or well known.</exception>
    public static WriteKey Read(IConfiguration configuration) => configuration[ConfigurationKey]?.Trim() is { Length: > 0 } key
        ? new WriteKey(Strong(key))
        : new WriteKey(ApiKeyFile.ReadOrCreate(DatabaseAddress.DataDirectory(configuration)));

    /// <summary>Whether an Authorization header carries the key. Takes the same time however much of it is right.</summary>
    public bool Fits(string? authorization) =>
        authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true
        && CryptographicOperations.FixedTimeEquals(_hash, Hash(authorization[Scheme.Length..].Trim()));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    // The messages do not show the key: they end in a log.
    private static string Strong(string key)
    {
        var weakness = key switch
        {
            { Length: < MinLength } => $"has {key.Length} characters, at least {MinLength} are needed",
            _ when WellKnown.FirstOrDefault(word => key.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } word =>
                $"contains the well-known '{word}'",
            _ when key.Distinct().Count() < MinDistinctCharacters =>
                $"repeats {key.Distinct().Count()} characters, at least {MinDistinctCharacters} different ones are needed",
            _ => null,
        };
        return weakness is null ? key : throw new SettingException(
            $"{ConfigurationKey} {weakness}. Give a random key, such as the output of 'openssl rand -hex 32', or remove it: "
            + $"then the service makes one in DataDirectory/{ApiKeyFile.Name}.");
    }
}
