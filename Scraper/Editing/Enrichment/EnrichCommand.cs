using System.CommandLine;
using Metadata.Client;
using Microsoft.Extensions.Options;
using Scraper.Enriching;
using Scraper.Journal;

namespace Scraper.Editing.Enrichment;

/// <summary>scraper enrich: looks films up at registries now.</summary>
internal sealed class EnrichCommand(CommandContext context)
{
    private readonly Option<int?> _limit = new("--limit", "-n")
    {
        Description = "At each registry only this many films, those never asked for first.",
        HelpName = "N",
    };

    private readonly Option<int?> _movie = new("--movie") { Description = "Only this film, also when its turn has not come.", HelpName = "ID" };

    private readonly Option<bool> _dry = new("--dry-run")
    {
        Description = $"Ask the registries for up to {EnrichOrder.MaxDry} films and show what would change; write nothing.",
    };

    private readonly Option<bool> _json = EditorOptions.Json();

    private readonly Option<int> _page = EditorOptions.Page();

    public Command Create()
    {
        var unsure = new EditorCommand(
            "unsure", "Lists films for which a registry has candidates, none of them surely the film.", "scraper enrich unsure")
        {
            _page, _json,
        };
        unsure.SetAction((parsed, token) => context.WithAsync<FactsClient>(async facts =>
            new EnrichScreen(context.Terminal, parsed.GetValue(_json))
                .Write(await facts.ListUnsureAsync(parsed.GetValue(_page), token))));

        var enrich = new EditorCommand(
            "enrich", "Looks films up at Wikidata and, where their keys are configured, at Kinopoisk and TMDB, and takes over "
            + "what surely belongs to them: year, genres, countries, directors, original title, rating, age mark and ids. "
            + "What an editor has set stays.",
            "scraper enrich --limit 20 --dry-run",
            "scraper enrich --movie 12")
        {
            _limit, _movie, _dry, _json, unsure,
        };
        _limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError("--limit must be a whole number above zero.");
            }
        });
        enrich.SetAction((parsed, token) => context.WithServicesAsync(services => EnrichAsync(services, parsed, token)));
        return enrich;
    }

    private async Task<int> EnrichAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
        var run = services.GetRequiredService<EnrichmentRun>();
        var isDry = parsed.GetValue(_dry);
        var limit = parsed.GetValue(_limit) ?? services.GetRequiredService<IOptions<EnrichmentOptions>>().Value.BatchSize;
        var order = new EnrichOrder(
            isDry ? Math.Min(limit, EnrichOrder.MaxDry) : limit, parsed.GetValue(_movie), isDry);
        if (run.Open.Count == 0)
        {
            throw new UsageException("No registry may be asked: set Enrichment:Wikidata:Enabled to true, or give "
                + "Enrichment:Kinopoisk:ApiKey or Enrichment:Tmdb:ApiKey.");
        }

        if (await run.RunAsync(order, new Progress<RegistryStep>(), cancellationToken) is not { } steps)
        {
            context.Terminal.Error.WriteLine("Another process is enriching at the moment; try again when it is done.");
            return ExitCode.Failed;
        }

        if (order.MovieId is { } id && steps.All(step => step is { Films.Count: 0, Problem: null }))
        {
            context.Terminal.Error.WriteLine($"There is no film {id} that is shown and has uploads; only such are looked up.");
            return ExitCode.Failed;
        }

        return new EnrichScreen(context.Terminal, parsed.GetValue(_json)).Write(EnrichAnswer.Of(order.DryRun, steps));
    }
}
