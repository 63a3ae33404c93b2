using Benchmarks;
using Benchmarks.Films;
using Benchmarks.Processes;
using Benchmarks.Reporting;
using Benchmarks.Scenarios;

Func<Bench, Section> pages = FilteredPages.Run;
var scenarios = new Dictionary<string, Func<Bench, Section>>(StringComparer.Ordinal)
{
    ["pages"] = pages,
};
var plan = Plan.Read(args);
using var bench = new Bench(plan, new FilmMaker(FilmLists.Read()));
Console.WriteLine(Machine.Describe());
foreach (var (n, s) in scenarios)
{
    Console.WriteLine(s(bench));
}
