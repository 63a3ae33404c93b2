using System.CommandLine;
using Metadata.Client;
using Scraper.Links;
using Scraper.Sources;

namespace Scraper.Editing.Links;

/// <summary>scraper links check: whether the catalogue's videos still play.</summary>
internal sealed class LinksCommands(CommandContext context)
{
    private readonly Option<string?> _source = new("--source") { Description = "Only this source.", HelpName = "SOURCE" };

    private readonly Option<int?> _limit = new("--limit", "-n")
    {
        Description = "Of each source only this many, those looked at longest ago.",
        HelpName = "N",
    };

    private readonly Option<bool> _dry = new("--dry-run") { Description = "Ask the sources and show what would change; write nothing." };

    private readonly Option<bool> _json = EditorOptions.Json();

    public Command Create()
    {
        var check = new EditorCommand(
                "check", "Asks the sources which videos still play and tells the catalogue, as one run. When too many of a source's "
                + "got worse, nothing is written (exit code 4).",
                "scraper links check",
                "scraper links check --source rutube --limit 500")
        {
            _source, _limit, _dry, _json,
        };
        check.SetAction((parsed, token) => context.WithServicesAsync(services =>
        {
            var sources = Sources(services.GetRequiredService<SourceCatalog>(), parsed.GetValue(_source));
            return CheckAsync(services, sources, parsed, token);
        }));
        return new Command("links", "Checks whether the catalogue's videos still play.") { check };
    }

    private static Dictionary<string, ILinkedSource> Sources(SourceCatalog catalog, string? name)
    {
        if (name is null)
        {
            return catalog.All.Select(source => source.Source).OfType<ILinkedSource>()
                .ToDictionary(source => source.Name, StringComparer.Ordinal);
        }

        return ScrapeOrder.Find(catalog, name).Source is ILinkedSource linked
            ? new Dictionary<string, ILinkedSource>(StringComparer.Ordinal) { [linked.Name] = linked }
            : throw new UsageException($"{name} cannot be asked about a single video.");
    }

    private async Task<int> CheckAsync(
        IServiceProvider services, Dictionary<string, ILinkedSource> sources, ParseResult parsed,
        CancellationToken cancellationToken)
    {
        var metadata = services.GetRequiredService<CheckingClient>();
        var clock = services.GetRequiredService<TimeProvider>();
        var screen = new LinksScreen(context.Terminal, parsed.GetValue(_json));
        var limit = Math.Clamp(parsed.GetValue(_limit) ?? WaitingVideo.MaxAtOnce, 1, WaitingVideo.MaxAtOnce);
        var waiting = await Task.WhenAll(sources.Values.Select(async source =>
            (Source: source, Links: await WaitingLink.ListAsync(metadata, source, limit, cancellationToken))));
        var chosen = waiting.Where(pair => pair.Links.Count > 0).ToList();

        // Each host is asked at its own pace, so they do not wait for each other.
        var found = await screen.WatchAsync(chosen.Sum(pair => pair.Links.Count), progress => Task.WhenAll(chosen.Select(pair =>
            CollectAsync(new LinkChecker(pair.Source, clock), pair.Links, progress, cancellationToken))));
        cancellationToken.ThrowIfCancellationRequested();

        var checks = found.SelectMany(ofSource => ofSource).ToList();
        var report = checks.Count == 0 ? null : await metadata.PutAsync(
            [.. checks.Select(link => link.Check)], parsed.GetValue(_dry), lease: null, EditorOptions.Note("links check"),
            CancellationToken.None);
        return screen.Write(new LinksAnswer(
            CliJson.Schema, parsed.GetValue(_dry),
            [.. chosen.Zip(found, (pair, checkedLinks) => CheckedSource.Of(pair.Source.Name, checkedLinks, pair.Links.Count))],
            [.. checks.Where(link => link.Check.Result != CheckResult.Ok).Select(LinkTrouble.Of)],
            report));
    }

    private static async Task<IReadOnlyList<CheckedLink>> CollectAsync(
        LinkChecker checker, IReadOnlyList<WaitingLink> links, IProgress<CheckedLink> progress,
        CancellationToken cancellationToken)
    {
        List<CheckedLink> found = [];
        await checker.CheckAsync(links, Keep, cancellationToken);
        return found;

        Task Keep(CheckedLink link)
        {
            found.Add(link);
            progress.Report(link);
            return Task.CompletedTask;
        }
    }
}
