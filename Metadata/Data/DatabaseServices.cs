using Metadata.Indexing;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Data;

internal static class DatabaseServices
{
    public static IServiceCollection AddMoviesDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var address = DatabaseAddress.Read(configuration);
        services.AddSingleton(address).AddSingleton<DatabaseMigrator>().AddSingleton<Catalogue>().AddSingleton<MovieIndex>();
        return address.IsPostgres
            ? services.AddDbContextPool<MoviesDb, PostgresMoviesDb>(options => options.UseNpgsql(address.ConnectionString))
            : services.AddDbContextPool<MoviesDb, SqliteMoviesDb>(options =>
                options.UseSqlite(address.ConnectionString).AddInterceptors(new SqlitePragmas()));
    }
}
