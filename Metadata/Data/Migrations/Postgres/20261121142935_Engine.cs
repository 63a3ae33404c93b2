using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Metadata.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Engine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Genres", table: "Movies", type: "text", nullable: false, defaultValue: "");
            migrationBuilder.AddColumn<string>(name: "Countries", table: "Movies", type: "text", nullable: false, defaultValue: "");
            migrationBuilder.AddColumn<string>(name: "Directors", table: "Movies", type: "text", nullable: false, defaultValue: "");
            migrationBuilder.AddColumn<string>(name: "Sources", table: "Movies", type: "text", nullable: false, defaultValue: "");
            migrationBuilder.AddColumn<int>(name: "MergedIntoId", table: "Movies", type: "integer", nullable: true);
            migrationBuilder.AddColumn<long>(name: "Plays", table: "Movies", type: "bigint", nullable: false, defaultValue: 0L);
            migrationBuilder.AddColumn<long>(name: "Revision", table: "Movies", type: "bigint", nullable: false, defaultValue: 1L);
            migrationBuilder.AddColumn<DateTimeOffset>(name: "TakenDownAt", table: "Movies", type: "timestamp with time zone", nullable: true);
            migrationBuilder.AddColumn<int>(name: "ExclusionId", table: "Videos", type: "integer", nullable: true);
            migrationBuilder.AddColumn<string>(name: "MatchCode", table: "Videos", type: "character varying(50)", maxLength: 50, nullable: false, defaultValue: "first");
            migrationBuilder.AddColumn<int>(name: "PinnedMovieId", table: "Videos", type: "integer", nullable: true);

            // A tag a row becomes a name a line.
            foreach (var (kind, column) in new[] { (0, "Genres"), (1, "Countries"), (2, "Directors"), (3, "Sources") })
            {
                migrationBuilder.Sql(
                    $"""
                    UPDATE "Movies" SET "{column}" = coalesce((
                        SELECT string_agg("Name", E'\n' ORDER BY "Position") FROM "Tags" WHERE "MovieId" = "Movies"."Id" AND "Kind" = {kind}), '')
                    """);
            }

            foreach (var (table, column) in new[]
                { ("Movies", "OtherTitles"), ("Videos", "AlternativeTitles"), ("Videos", "Genres"), ("Videos", "Countries"), ("Videos", "Directors") })
            {
                migrationBuilder.Sql(
                    $"""ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE text USING array_to_string("{column}", E'\n')""");
            }

            migrationBuilder.DropTable(name: "Tags");
            migrationBuilder.DropIndex(name: "IX_Videos_TitleKey", table: "Videos");
            migrationBuilder.DropIndex(name: "IX_Movies_IsActive_AddedAt_Id", table: "Movies");
            migrationBuilder.DropIndex(name: "IX_Movies_IsActive_SortTitle_Id", table: "Movies");
            migrationBuilder.DropIndex(name: "IX_Movies_IsActive_Views_Id", table: "Movies");
            migrationBuilder.DropIndex(name: "IX_Movies_TitleKey_Year", table: "Movies");
            migrationBuilder.Sql("""ALTER TABLE "Videos" DROP COLUMN "TitleKey" """);
            migrationBuilder.Sql("""ALTER TABLE "Movies" DROP COLUMN "TitleKey" """);
            migrationBuilder.Sql("""ALTER TABLE "Movies" DROP COLUMN "SortTitle" """);
            migrationBuilder.Sql("""ALTER TABLE "Movies" DROP COLUMN "OtherTitleWords" """);
            migrationBuilder.Sql("""ALTER TABLE "Movies" DROP COLUMN "SearchWords" """);

            migrationBuilder.CreateTable(
                name: "Exclusions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Source = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    Value = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exclusions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JournalChanges",
                columns: table => new
                {
                    SetId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    MovieId = table.Column<int>(type: "integer", nullable: false),
                    VideoId = table.Column<int>(type: "integer", nullable: true),
                    Field = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Old = table.Column<string>(type: "text", nullable: true),
                    New = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalChanges", x => new { x.SetId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "JournalSets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Action = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    UndoneById = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalSets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MatchKeys",
                columns: table => new
                {
                    Hash = table.Column<long>(type: "bigint", nullable: false),
                    MovieId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatchKeys", x => new { x.Hash, x.MovieId });
                });

            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    VideoId = table.Column<int>(type: "integer", nullable: false),
                    CandidateId = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "State",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    Stamp = table.Column<long>(type: "bigint", nullable: false),
                    Generation = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_State", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Movies_Revision",
                table: "Movies",
                column: "Revision");

            migrationBuilder.CreateIndex(
                name: "IX_JournalChanges_MovieId",
                table: "JournalChanges",
                column: "MovieId");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_State_Id",
                table: "Reviews",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_VideoId_CandidateId",
                table: "Reviews",
                columns: new[] { "VideoId", "CandidateId" },
                unique: true);

            // Revision 1: everything that was there before revisions were counted.
            migrationBuilder.InsertData(
                table: "State",
                columns: new[] { "Id", "Generation", "Revision", "Stamp" },
                values: new object[] { 1, 0L, 1L, 0L });
            migrationBuilder.Sql("""UPDATE "State" SET "Stamp" = ('x' || substr(md5(random()::text || clock_timestamp()::text), 1, 16))::bit(64)::bigint """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Go back by restoring the backup that was made before this migration.");
    }
}
