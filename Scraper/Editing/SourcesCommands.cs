using System.CommandLine;
using Scraper.Editing.Replaying;
using Scraper.Editing.Sites;
using Scraper.Fetching;
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

    private readonly Option<bool> _record = new("--record")
    {
        Description = "Keep the answers for --replay; of a site, its page and records as samples beside its definition.",
    };

    private readonly Option<bool> _replay = new("--replay") { Description = "Read what --record kept; ask no host." };

    public Command Create()
    {
        var list = new EditorCommand(
            "list", "Lists the sources with their times and targets.", "scraper sources list", "scraper sources list --json")
        {
            _json,
        };
        list.SetAction((parsed, token) => context.WithServicesAsync(services =>
            ListAsync(context.Terminal, services, parsed.GetValue(_json), token)));

        var show = new EditorCommand(
            "show", "Shows one source: its settings and the forms of target it reads.", "scraper sources show rutube")
        {
            _source, _json,
        };
        show.SetAction((parsed, token) => context.WithServicesAsync(services =>
            SourceScreen.ShowAsync(context.Terminal, services, parsed.GetValue(_source)!, parsed.GetValue(_json), token)));

        var test = new EditorCommand(
                "test", "Reads one page of a source and shows how it was judged; writes nothing to the catalogue.",
                "scraper sources test rutube --target \"search:кинокомедия\"",
                "scraper sources test rutube --record",
                "scraper sources test rutube --replay --json",
                "scraper sources test kino-example --record")
        {
            _source, _target, _record, _replay, _json,
        };
        test.Validators.Add(result =>
        {
            if (result.GetValue(_record) && result.GetValue(_replay))
            {
                result.AddError("--record asks the host and --replay does not: give one of them.");
            }
        });
        test.SetAction((parsed, cancellationToken) =>
            context.WithServicesAsync(services => TestAsync(services, parsed, cancellationToken)));

        var rest = new SourceRestCommands(context, _source);
        return new Command("sources", "Lists, shows, checks, tests, pauses and resumes the sources.")
        {
            list, show, new SitesCommands(context).CreateValidate(), test, rest.Pause(), rest.Resume(),
        };
    }

    private Task<int> TestAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (terminal, asJson, targets) = (context.Terminal, parsed.GetValue(_json), parsed.GetValue(_target) ?? []);
        var sources = services.GetRequiredService<SourceCatalog>();
        var name = parsed.GetValue(_source)!;
        if (SitesCommands.IsSite(services, name) && (parsed.GetValue(_record) || parsed.GetValue(_replay)))
        {
            return parsed.GetValue(_record)
                ? SitesCommands.RecordAsync(terminal, services, name, cancellationToken)
                : Task.FromResult(SitesCommands.Replay(terminal, services, name, asJson));
        }

        name = ScrapeOrder.Find(sources, name).Name;
        if (parsed.GetValue(_replay))
        {
            return TestRecording.ReplayAsync(terminal, services, name, targets.FirstOrDefault(), asJson, cancellationToken);
        }

        var request = new ScrapeOrder(sources, name, targets).Request(limit: null);
        return parsed.GetValue(_record)
            ? TestRecording.RecordAsync(terminal, services, request, asJson, cancellationToken)
            : SourceTester.RunAsync(terminal, services, request, new FetchMeter(), asJson, cancellationToken);
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
