using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Scraper.Enriching;

/// <summary>The starter catalogue that ships beside the program.</summary>
internal sealed class StarterFile(IOptions<StarterOptions> options)
{
    public string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, options.Value.Path);

    public bool Exists => File.Exists(Path);

    /// <summary>SHA-256 of the file, hexadecimal.</summary>
    public async Task<string> HashAsync(CancellationToken cancellationToken)
    {
        var file = File.OpenRead(Path);
        await using (file)
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        }
    }
}
