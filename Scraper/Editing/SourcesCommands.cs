using System.CommandLine;
using Scraper.Editing.Sites;
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
        Description = "Keep a site's page and its records as samples beside its definition.",
    };

    private readonly Option<bool> _replay = new("--replay") { Description = "Read a site's samples instead; no network." };

    public Command Create()
    {
        var list = new Command("list", "Lists the sources with their times and targets.") { _json };
        list.SetAction(parsed => context.WithServicesAsync(services =>
            Task.FromResult(List(context.Terminal, services, parsed.GetValue(_json)))));

        var show = new Command("show", "Shows one source: its settings and the forms of target it reads.") { _source, _json };
        show.SetAction(parsed => context.WithServicesAsync(services =>
            Task.FromResult(Show(context.Terminal, services, parsed.GetValue(_source)!, parsed.GetValue(_json)))));

        var test = new EditorCommand(
                "test", "Reads one page of a source and shows how it was judged; writes nothing.",
                "scraper sources test rutube --target \"search:кинокомедия\"",
                "scraper sources test kino-example --record")
        {
            _source, _target, _record, _replay, _json,
        };
        test.SetAction((parsed, cancellationToken) => context.WithServicesAsync(services =>
        {
            if (parsed.GetValue(_replay))
            {
                return Task.FromResult(
                    SitesCommands.Replay(context.Terminal, services, parsed.GetValue(_source)!, parsed.GetValue(_json)));
            }

            if (parsed.GetValue(_record))
            {
                return SitesCommands.RecordAsync(context.Terminal, services, parsed.GetValue(_source)!, cancellationToken);
            }

            var request = new ScrapeOrder(
                services.GetRequiredService<SourceCatalog>(), parsed.GetValue(_source)!, parsed.GetValue(_target) ?? [])
                .Request(limit: null);
            return SourceTester.RunAsync(context.Terminal, services, request, parsed.GetValue(_json), cancellationToken);
        }));

        return new Command("sources", "Lists, shows, checks and tests the sources.") { list, show, new SitesCommands(context).CreateValidate(), test };
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
