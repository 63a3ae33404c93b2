using Microsoft.Extensions.Options;

namespace Metadata.Caching;

/// <summary>The query cache; section "Cache" of the configuration.</summary>
internal sealed class CacheOptions
{
    public const int MinMegabytes = 1;
    public const int MaxAllowedMegabytes = 1_024;

    /// <summary>Memory that cached answers may take, megabytes, 1 to 1,024.</summary>
    public int MaxMegabytes { get; init; } = 32;
}

internal sealed class CacheOptionsCheck : IValidateOptions<CacheOptions>
{
    public ValidateOptionsResult Validate(string? name, CacheOptions options) =>
        options.MaxMegabytes is >= CacheOptions.MinMegabytes and <= CacheOptions.MaxAllowedMegabytes
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Cache:MaxMegabytes is {options.MaxMegabytes}. Give {CacheOptions.MinMegabytes} to "
                + $"{CacheOptions.MaxAllowedMegabytes} megabytes, or remove it for the default.");
}
