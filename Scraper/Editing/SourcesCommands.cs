using System.CommandLine;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>scraper sources: what can be collected from, and whether it works.</summary>
internal sealed class SourcesCommands(CommandContext context)
{
    private readonly Argument<string> _source = new("SOURCE") { Description = "Name of the source." };

    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON document." };

    private readonly Option<string[]> _target = new("--target", "-t")
    {
        Description = "What to read instead of the first configured target.",
        HelpName = "TARGET",
    };

    public Command Create()
    {
        var list = new Command("list", "Lists the sources with their times and targets.") { _json };
        list.SetAction((parsed, token) => context.WithServicesAsync(services =>
            ListAsync(context.Terminal, services, parsed.GetValue(_json), token)));

        var show = new Command("show", "Shows one source: its settings and the forms of target it reads.") { _source, _json };
        show.SetAction((parsed, token) => context.WithServicesAsync(services =>
            SourceScreen.ShowAsync(context.Terminal, services, parsed.GetValue(_source)!, parsed.GetValue(_json), token)));

        var test = new EditorCommand(
                "test", "Reads one page of a source and shows how it was judged; writes nothing.",
                "scraper sources test rutube --target \"search:кинокомедия\"")
        {
            _source, _target, _json,
        };
        test.SetAction((parsed, cancellationToken) => context.WithServicesAsync(services =>
        {
            var request = new ScrapeOrder(
                services.GetRequiredService<SourceCatalog>(), parsed.GetValue(_source)!, parsed.GetValue(_target) ?? [])
                .Request(limit: null);
            return SourceTester.RunAsync(context.Terminal, services, request, parsed.GetValue(_json), cancellationToken);
        }));

        var rest = new SourceRestCommands(context, _source);
        return new Command("sources", "Lists, shows, tests, pauses and resumes the sources.")
        {
            list, show, test, rest.Pause(), rest.Resume(),
        };
    }

    private static async Task<int> ListAsync(
        Terminal terminal, IServiceProvider services, bool asJson, CancellationToken cancellationToken)
    {
        var standings = await services.GetRequiredService<SourceStandings>().ListAsync(cancellationToken);
        var items = services.GetRequiredService<SourceCatalog>().All
            .Select(source => SourceItem.Of(source, standings.FirstOrDefault(known => known.Source == source.Name)))
            .ToList();
        if (asJson)
        {
            CliJson.Write(terminal.Out, new SourceList(CliJson.Schema, items), CliJson.Readable.SourceList);
        }
        else
        {
            terminal.WriteTable(
                ["Source", "Enabled", "State", "Times", "Targets", "Reads"],
                items.Select(item => new[]
                {
                    item.Name, item.InWords(), item.Standing.State, item.Cron,
                    string.Join(", ", item.Targets), string.Join(", ", item.TargetForms),
                }));
        }

        return ExitCode.Done;
    }
}
