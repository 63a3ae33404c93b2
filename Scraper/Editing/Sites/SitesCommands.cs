using System.CommandLine;
using Scraper.Sources.Sites;

namespace Scraper.Editing.Sites;

/// <summary>What "scraper sources" does with definitions of sites.</summary>
internal sealed class SitesCommands(CommandContext context)
{
    private readonly Argument<string?> _file = new("FILE")
    {
        Description = "A definition, or a directory of them; without it those of Sources:SitesDirectory.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON document." };

    public Command CreateValidate()
    {
        var validate = new EditorCommand(
            "validate", "Checks definitions of sites and their samples, without the network.",
            "scraper sources validate sites/kino-example/site.json")
        {
            _file, _json,
        };
        validate.SetAction(parsed => context.WithUncheckedServicesAsync(services => Task.FromResult(SitesScreen.Write(
            context.Terminal, Find(services, parsed.GetValue(_file)), parsed.GetValue(_json)))));
        return validate;
    }

    /// <summary>Whether samples belong to it: a site, refused or not, or the file of one.</summary>
    public static bool IsSite(IServiceProvider services, string name) => File.Exists(name)
        || services.GetRequiredService<SiteFolder>().Sites.Any(site => site.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a site's samples again.</summary>
    /// <exception cref="UsageException">There is no such site.</exception>
    public static int Replay(Terminal terminal, IServiceProvider services, string name, bool asJson) =>
        SitesScreen.Write(terminal, [FindOne(services, name)], asJson);

    /// <summary>Keeps the site's pages of now as its samples.</summary>
    /// <exception cref="UsageException">There is no such site, or its definition has to be corrected first.</exception>
    public static Task<int> RecordAsync(
        Terminal terminal, IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        var site = FindOne(services, name);
        if (site.Definition is null)
        {
            throw new UsageException($"The definition cannot be read yet:\n{string.Join('\n', site.Problems)}");
        }

        return ActivatorUtilities.CreateInstance<SampleRecorder>(services, terminal).RecordAsync(site, cancellationToken);
    }

    private static LoadedSite FindOne(IServiceProvider services, string name)
    {
        var known = services.GetRequiredService<SiteFolder>();
        return known.Sites.FirstOrDefault(site => site.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? (File.Exists(name) ? SiteFolder.LoadFile(name, services.GetRequiredService<TimeProvider>())
                : throw new UsageException(
                    $"\"{name}\" is neither a site of {SiteServices.DirectoryKey} nor a file. Samples belong to sites only. "
                    + $"Sites: {(known.Sites.Count == 0 ? "none" : string.Join(", ", known.Sites.Select(site => site.Name)))}."));
    }

    private static IReadOnlyList<LoadedSite> Find(IServiceProvider services, string? path)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var sites = path is null ? services.GetRequiredService<SiteFolder>().Sites
            : Directory.Exists(path) ? SiteFolder.Load(path, clock).Sites
            : File.Exists(path) ? [SiteFolder.LoadFile(path, clock)]
            : throw new UsageException($"There is no file and no directory {path}.");
        return sites.Count > 0 ? sites : throw new UsageException(path is null
            ? $"No definitions are there to check. Name a file, or set {SiteServices.DirectoryKey} to the directory that holds them."
            : $"No definition lies in {path}: neither *.json, nor site.json in a folder of its own.");
    }
}
