using Metadata.Editing;
using Metadata.Facts;
using Metadata.Planning;

namespace Metadata.Movies;

internal static class MovieServices
{
    public static IServiceCollection AddMovies(this IServiceCollection services) =>
        services.AddSingleton<UpsertReader>().AddSingleton<MovieEditReader>().AddSingleton<LookupReader>()
            .AddSingleton<PlanReader>();
}
