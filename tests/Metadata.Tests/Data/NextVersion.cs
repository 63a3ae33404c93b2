using System.Reflection;
using Metadata.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Metadata.Tests.Data;

/// <summary>The migrations of a version to come: this version's and one more.</summary>
internal sealed class NextVersion<TNext> : IMigrationsAssembly
    where TNext : Migration
{
    private static readonly Dictionary<string, TypeInfo> Present = typeof(SqliteMoviesDb).Assembly.DefinedTypes
        .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(SqliteMoviesDb))
        .Where(type => type.IsSubclassOf(typeof(Migration)))
        .ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } =
        new SortedDictionary<string, TypeInfo>(Present, StringComparer.Ordinal)
        {
            [typeof(TNext).GetCustomAttribute<MigrationAttribute>()!.Id] = typeof(TNext).GetTypeInfo(),
        };

    public ModelSnapshot? ModelSnapshot => null;

    public Assembly Assembly => typeof(SqliteMoviesDb).Assembly;

    public string? FindMigrationId(string nameOrId) => Migrations.ContainsKey(nameOrId) ? nameOrId : null;

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider) =>
        (Migration)Activator.CreateInstance(migrationClass)!;
}

/// <summary>A rebuild of a table as EF Core writes it for SQLite: in more than one transaction.</summary>
[Migration("20990101000000_Rebuild")]
internal sealed class Rebuild : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""CREATE TABLE "Rebuilt" AS SELECT * FROM "Kept";""");
        migrationBuilder.Sql("""DROP TABLE "Kept";""", suppressTransaction: true);
        migrationBuilder.Sql("""ALTER TABLE "Rebuilt" RENAME TO "Kept";""");
    }
}

/// <summary>Fails when half of it is committed.</summary>
[Migration("20990101000000_Broken")]
internal sealed class Broken : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""DROP TABLE "Kept";""", suppressTransaction: true);
        migrationBuilder.Sql("""ALTER TABLE "Kept" RENAME TO "Rebuilt";""");
    }
}
