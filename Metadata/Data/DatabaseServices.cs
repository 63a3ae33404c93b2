using Metadata.Indexing;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Data;

internal static class DatabaseServices
{
    public static IServiceCollection AddMoviesDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var address = DatabaseAddress.Read(configuration);
        services.AddSingleton(address).AddSingleton<Catalogue>().AddSingleton<MovieIndex>()
            .AddSingleton<DatabaseMigrator>().AddSingleton<PendingMigrations>();
        return address.IsPostgres
            ? services.AddSingleton<IMigration, PostgresMigration>()
                .AddDbContextPool<MoviesDb, PostgresMoviesDb>(options => options.UseNpgsql(address.ConnectionString))
            : services.AddSingleton<IMigration, SqliteMigration>().AddSingleton<SqliteBackups>()
                .AddDbContextPool<MoviesDb, SqliteMoviesDb>(options =>
                    options.UseSqlite(address.ConnectionString).AddInterceptors(new SqlitePragmas()));
    }
}
