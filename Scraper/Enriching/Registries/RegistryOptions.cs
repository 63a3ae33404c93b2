using System.ComponentModel.DataAnnotations;
using Metadata.Client;
using Microsoft.Extensions.Options;

namespace Scraper.Enriching.Registries;

/// <summary>How a registry is asked; section "Enrichment:NAME" of the configuration.</summary>
internal abstract class RegistryOptions
{
    /// <summary>Root of the registry's host.</summary>
    [Required]
    [HttpAddress]
    public Uri BaseUrl { get; init; } = null!;

    /// <summary>Least time between the starts of two requests; 0 to 600,000.</summary>
    [Range(0, 600_000, ErrorMessage = "It must be a whole number from 0 to 600000.")]
    public int DelayMilliseconds { get; init; }

    public TimeSpan Delay => TimeSpan.FromMilliseconds(DelayMilliseconds);
}

/// <summary>A registry that wants the operator's key; without one it is not asked.</summary>
internal abstract class KeyedRegistryOptions : RegistryOptions
{
    /// <summary>A secret: sent in a header, never in an address, never logged.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Refuses what cannot be a key without showing it.</summary>
    public sealed class Check<T>(string section) : IValidateOptions<T>
        where T : KeyedRegistryOptions
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            string.IsNullOrEmpty(options.ApiKey) || options.ApiKey.All(letter => letter is > ' ' and <= '~')
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"{section}:ApiKey holds a blank or a character that no key has. Copy the key "
                    + $"again, into the environment variable {section.Replace(":", "__", StringComparison.Ordinal)}__ApiKey or a "
                    + "file named by it with _FILE at the end.");
    }
}
