using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Gateway.Edge;
using Gateway.Site.Pages;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Options;

namespace Gateway.Site;

/// <summary>The built Vue site, read once when the service starts. A request never names a file: it either is in this
/// table or there is nothing. The policy for inline script is taken from the very page that is served.</summary>
internal sealed partial class VueSite
{
    private const string Index = "/index.html";

    /// <summary>Compressed once and sent often: worth some effort, but not the seconds of the smallest size.</summary>
    private const CompressionLevel Effort = CompressionLevel.Optimal;

    private static readonly FileExtensionContentTypeProvider ContentTypes = new()
    {
        Mappings = { [".webmanifest"] = "application/manifest+json" },
    };

    private readonly FrozenDictionary<string, FinishedBody> _files;

    public VueSite(IOptions<SiteOptions> options, IWebHostEnvironment environment, ILogger<VueSite> logger)
    {
        var root = Path.GetFullPath(Path.Combine(environment.ContentRootPath, options.Value.Root));
        _files = Read(root);
        if (!_files.ContainsKey(Index))
        {
            NotBuilt(logger, root);
            return;
        }

        var html = File.ReadAllText(Path.Combine(root, Index[1..]));
        Template = PageTemplate.Split(html);
        InlineScripts = [.. InlineScript().Matches(html).Select(Hash)];
        InlineStyles = [.. InlineStyle().Matches(html).Select(Hash)];
    }

    /// <summary>Served in the place of a site that is not built, to say what to do.</summary>
    public static FinishedBody NotBuiltPage { get; } = new(Encoding.UTF8.GetBytes(
        """
        <!doctype html>
        <html lang="en"><meta charset="utf-8"><title>OnlineCinema: the site is not built</title>
        <h1>The site is not built yet</h1>
        <p>Run <code>make up</code>, or build it in <code>frontend/</code> and start the Gateway again.</p>
        <p>The API answers all the same: <a href="/swagger">its description</a>.</p>
        </html>
        """), "text/html; charset=utf-8");

    /// <summary>The page that starts the site; null when the site has not been built.</summary>
    public PageTemplate? Template { get; }

    /// <summary>'sha256-…' of each script in the page, for the content security policy.</summary>
    public IReadOnlyList<string> InlineScripts { get; } = [];

    /// <summary>The same for its style elements.</summary>
    public IReadOnlyList<string> InlineStyles { get; } = [];

    /// <param name="path">Path of the request, with its leading slash.</param>
    public FinishedBody? Find(string path) => path == Index ? null : _files.GetValueOrDefault(path);

    private static FrozenDictionary<string, FinishedBody> Read(string root) => !Directory.Exists(root)
        ? FrozenDictionary<string, FinishedBody>.Empty
        : Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToFrozenDictionary(
            file => "/" + Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'),
            file => new FinishedBody(File.ReadAllBytes(file), ContentType(file), Effort),
            StringComparer.Ordinal);

    private static string ContentType(string file)
    {
        var type = ContentTypes.TryGetContentType(file, out var known) ? known : "application/octet-stream";
        return type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type;
    }

    private static string Hash(Match element) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.Groups["text"].Value)))}'";

    // The page is written by our own build, so patterns are enough to find its elements.
    [GeneratedRegex("""<script(?![^>]*\ssrc=)[^>]*>(?<text>.*?)</script>""", RegexOptions.Singleline, 100)]
    private static partial Regex InlineScript();

    [GeneratedRegex("""<style[^>]*>(?<text>.*?)</style>""", RegexOptions.Singleline, 100)]
    private static partial Regex InlineStyle();

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "There is no built site in {Root}. Run make up, or build it in frontend/")]
    private static partial void NotBuilt(ILogger logger, string root);
}
