using System.CommandLine;
using Scraper.Collecting;

namespace Scraper.Editing;

/// <summary>scraper sources: what can be collected from, and whether it works.</summary>
internal static class SourcesCommands
{
    private static readonly Argument<string> Source = new("SOURCE") { Description = "Name of the source." };

    private static readonly Option<bool> Json = new("--json") { Description = "Answer with one JSON document." };

    private static readonly Option<string[]> Target = new("--target", "-t")
    {
        Description = "What to read instead of the first configured target.",
        HelpName = "TARGET",
    };

    public static Command Create(CommandContext context)
    {
        var list = new Command("list", "Lists the sources with their times and targets.") { Json };
        list.SetAction(parsed => context.WithServicesAsync(services =>
            Task.FromResult(List(context.Terminal, services, parsed.GetValue(Json)))));

        var show = new Command("show", "Shows one source: its settings and the forms of target it reads.") { Source, Json };
        show.SetAction(parsed => context.WithServicesAsync(services =>
            Task.FromResult(Show(context.Terminal, services, parsed.GetValue(Source)!, parsed.GetValue(Json)))));

        var test = new Command("test", """
            Reads one page of a source and shows how it was judged; writes nothing.

            Example:
              scraper sources test rutube --target "search:кинокомедия"
            """)
        {
            Source, Target, Json,
        };
        test.SetAction((parsed, cancellationToken) => context.WithServicesAsync(services =>
        {
            var request = new ScrapeOrder(
                services.GetRequiredService<ConfiguredSources>(), parsed.GetValue(Source)!, parsed.GetValue(Target) ?? [])
                .Request(limit: null);
            return SourceTester.RunAsync(context.Terminal, services, request, parsed.GetValue(Json), cancellationToken);
        }));

        return new Command("sources", "Lists, shows and tests the sources.") { list, show, test };
    }

    private static int List(Terminal terminal, IServiceProvider services, bool asJson)
    {
        var sources = services.GetRequiredService<ConfiguredSources>();
        var items = sources.All.Select(source => SourceItem.Of(source, sources.OptionsOf(source))).ToList();
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
        var sources = services.GetRequiredService<ConfiguredSources>();
        var source = ScrapeOrder.Find(sources, name);
        var item = SourceItem.Of(source, sources.OptionsOf(source));
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
