using Metadata.Client;
using Microsoft.Extensions.Options;
using Scraper.Enriching.Registries;
using Scraper.Enriching.Registries.Kinopoisk;
using Scraper.Enriching.Registries.Tmdb;
using Scraper.Enriching.Registries.Wikidata;
using Scraper.Fetching;

namespace Scraper.Enriching;

internal static class EnrichingServices
{
    public static void AddEnriching(this IServiceCollection services)
    {
        services.AddCheckedOptions<StarterOptions>("Starter");
        services.AddSingleton<StarterFile>();
        services.AddSingleton<KnownFilms>();

        services.AddCheckedOptions<EnrichmentOptions>("Enrichment");
        services.AddCheckedOptions<WikidataOptions>(WikidataOptions.Section);
        services.AddKeyed<KinopoiskOptions, KinopoiskCatalogue>(KinopoiskOptions.Section);
        services.AddKeyed<TmdbOptions, TmdbCatalogue>(TmdbOptions.Section);
        services.AddSingleton<WikidataNames>();
        services.AddSingleton<RegistryRests>();
        services.AddTransient<Enricher>();

        // In the order in which they are asked: Wikidata costs no quota and knows the others' ids.
        services.AddSingleton<IFilmRegistry, WikidataRegistry>();
        services.AddSingleton<IFilmRegistry>(Keyed<KinopoiskCatalogue>);
        services.AddSingleton<IFilmRegistry>(Keyed<TmdbCatalogue>);
        services.AddSingleton<EnrichmentRun>();
        services.AddSingleton<EnrichJob>();
    }

    private static void AddKeyed<TOptions, TCatalogue>(this IServiceCollection services, string section)
        where TOptions : KeyedRegistryOptions
        where TCatalogue : class, IKeyedCatalogue
    {
        services.AddCheckedOptions<TOptions>(section);
        services.AddSingleton<IValidateOptions<TOptions>>(new KeyedRegistryOptions.Check<TOptions>(section));
        services.AddSingleton<TCatalogue>();
    }

    private static KeyedRegistry Keyed<TCatalogue>(IServiceProvider services)
        where TCatalogue : IKeyedCatalogue => new(
            services.GetRequiredService<TCatalogue>(), services.GetRequiredService<PoliteHttpFactory>(),
            services.GetRequiredService<TimeProvider>());
}
