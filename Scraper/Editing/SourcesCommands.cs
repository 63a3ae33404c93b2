using System.CommandLine;
using Scraper.Editing.Replaying;
using Scraper.Fetching;
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

    private readonly Option<bool> _record = new("--record") { Description = "Keep the answers for --replay." };

    private readonly Option<bool> _replay = new("--replay") { Description = "Read the answers kept by --record; ask no host." };

    public Command Create()
    {
        var list = new Command("list", "Lists the sources with their times and targets.") { _json };
        list.SetAction(parsed => context.WithServicesAsync(services =>
            Task.FromResult(List(context.Terminal, services, parsed.GetValue(_json)))));

        var show = new Command("show", "Shows one source: its settings and the forms of target it reads.") { _source, _json };
        show.SetAction(parsed => context.WithServicesAsync(services =>
            Task.FromResult(Show(context.Terminal, services, parsed.GetValue(_source)!, parsed.GetValue(_json)))));

        var test = new EditorCommand(
                "test", "Reads one page of a source and shows how it was judged; writes nothing to the catalogue.",
                "scraper sources test rutube --target \"search:кинокомедия\"",
                "scraper sources test rutube --record",
                "scraper sources test rutube --replay --json")
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

        return new Command("sources", "Lists, shows and tests the sources.") { list, show, test };
    }

    private Task<int> TestAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (terminal, asJson, targets) = (context.Terminal, parsed.GetValue(_json), parsed.GetValue(_target) ?? []);
        var sources = services.GetRequiredService<SourceCatalog>();
        var name = ScrapeOrder.Find(sources, parsed.GetValue(_source)!).Name;
        if (parsed.GetValue(_replay))
        {
            return TestRecording.ReplayAsync(terminal, services, name, targets.FirstOrDefault(), asJson, cancellationToken);
        }

        var request = new ScrapeOrder(sources, name, targets).Request(limit: null);
        return parsed.GetValue(_record)
            ? TestRecording.RecordAsync(terminal, services, request, asJson, cancellationToken)
            : SourceTester.RunAsync(terminal, services, request, new FetchMeter(), asJson, cancellationToken);
    }

    private static int List(Terminal terminal, IServiceProvider services, bool asJson)
    {
        var items = services.GetRequiredService<SourceCatalog>().All.Select(SourceItem.Of).ToList();
        if (asJson)
        {
            CliJson.Write(terminal.Out, new SourceList(CliJson.Schema, items), CliJson.Readable.SourceList);
        }
        else
        {
            terminal.WriteTable(
                ["Source", "Enabled", "Times", "Targets", "Reads"],
                items.Select(item => new[]
                {
                    item.Name, item.Enabled ? "yes" : "no", item.Cron,
                    string.Join(", ", item.Targets), string.Join(", ", item.TargetForms),
                }));
        }

        return ExitCode.Done;
    }

    private static int Show(Terminal terminal, IServiceProvider services, string name, bool asJson)
    {
        var item = SourceItem.Of(ScrapeOrder.Find(services.GetRequiredService<SourceCatalog>(), name));
        if (asJson)
        {
            CliJson.Write(terminal.Out, new SourceList(CliJson.Schema, [item]), CliJson.Readable.SourceList);
            return ExitCode.Done;
        }

        terminal.Out.WriteLine($"{item.Name}, {(item.Enabled ? "enabled" : "disabled")}, runs at \"{item.Cron}\"");
        terminal.Out.WriteLine("  reads targets of the forms:");
        WriteLines(terminal, item.TargetForms);
        terminal.Out.WriteLine(item.Targets.Count > 0
            ? "  configured targets:" : $"  configured targets: none; set Sources:{item.Name}:Targets:0");
        WriteLines(terminal, item.Targets);
        return ExitCode.Done;
    }

    private static void WriteLines(Terminal terminal, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            terminal.Out.WriteLine($"    {line}");
        }
    }
}
