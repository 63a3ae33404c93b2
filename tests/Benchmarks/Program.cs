using System.Globalization;
using System.Runtime.InteropServices;
using Benchmarks;
using Benchmarks.Films;
using Benchmarks.Parts;
using Benchmarks.Processes;
using Benchmarks.Reporting;
using Benchmarks.Scenarios;

const int Missed = 1;
const int WrongUsage = 2;
const int Failed = 3;

var scenarios = new Dictionary<string, Func<Bench, Section>>(StringComparer.Ordinal)
{
    ["ingest"] = Ingest.Run,
    ["pages"] = FilteredPages.Run,
    ["paging"] = Paging.Run,
    ["reads"] = OtherReads.Run,
    ["search"] = Search.Run,
    ["cached"] = CachedPage.Run,
    ["edge"] = EdgePages.Run,
    ["upsert"] = SingleUpsert.Run,
    ["memory"] = Memory.Run,
    ["titles"] = Titles.Run,
    ["scrape"] = Scrape.Run,
};

if (args is [BareKestrel.Argument, var file, ..])
{
    BareKestrel.Serve(file, args.ElementAtOrDefault(2));
    return 0;
}

if (args is [ListingStub.Argument, var pages])
{
    ListingStub.Serve(int.Parse(pages, CultureInfo.InvariantCulture));
    return 0;
}

if (args is [IndexParts.Name, ..])
{
    IndexParts.Run(args[1..]);
    return 0;
}

var plan = Plan.Read(args);
if (plan.What.Except(scenarios.Keys, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine(
        $"There is no scenario or option '{unknown}'. Scenarios: {string.Join(", ", scenarios.Keys)}, {IndexParts.Name}. "
        + $"Options: {string.Join(", ", Plan.Options)}.");
    return WrongUsage;
}

// A run that is called off ends what it started, too: leaving by Exit tells all who watch for the end of the process.
using var calledOff = PosixSignalRegistration.Create(PosixSignal.SIGINT, CallOff);
using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, CallOff);
try
{
    var figures = Measure();
    Console.WriteLine(figures.Count == 0
        ? "\nNo figure was promised for these scenarios at these sizes."
        : $"\n{figures.Count(figure => figure.IsMet)} of {figures.Count} figures met.");
    return plan.Strict && figures.Exists(figure => !figure.IsMet) ? Missed : 0;
}
catch (Exception failure)
{
    // Caught, so that the services that were started are ended on the way here.
    Console.Error.WriteLine(failure);
    return Failed;
}

static void CallOff(PosixSignalContext signal)
{
    signal.Cancel = true;
    Environment.Exit(Failed);
}

List<Figure> Measure()
{
    using var bench = new Bench(plan, new FilmMaker(FilmLists.Read()));
    Console.WriteLine(Machine.Describe());
    Console.WriteLine($"\nFilms: {bench.Films.Origin}. Rounds: {plan.Rounds}; median (lowest–highest).");
    var figures = new List<Figure>();
    foreach (var (name, run) in scenarios)
    {
        if (plan.What.Count == 0 || plan.What.Contains(name, StringComparer.Ordinal))
        {
            var section = run(bench);
            Console.WriteLine($"\n{section}");
            figures.AddRange(section.Figures);
        }
    }

    return figures;
}
