using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Metadata.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Engine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "Genres", table: "Movies", type: "TEXT", nullable: false, defaultValue: "");
            migrationBuilder.AddColumn<string>(name: "Countries", table: "Movies", type: "TEXT", nullable: false, defaultValue: "");
            migrationBuilder.AddColumn<string>(name: "Directors", table: "Movies", type: "TEXT", nullable: false, defaultValue: "");
            migrationBuilder.AddColumn<string>(name: "Sources", table: "Movies", type: "TEXT", nullable: false, defaultValue: "");
            migrationBuilder.AddColumn<int>(name: "MergedIntoId", table: "Movies", type: "INTEGER", nullable: true);
            migrationBuilder.AddColumn<long>(name: "Plays", table: "Movies", type: "INTEGER", nullable: false, defaultValue: 0L);
            migrationBuilder.AddColumn<long>(name: "Revision", table: "Movies", type: "INTEGER", nullable: false, defaultValue: 1L);
            migrationBuilder.AddColumn<long>(name: "TakenDownAt", table: "Movies", type: "INTEGER", nullable: true);
            migrationBuilder.AddColumn<int>(name: "ExclusionId", table: "Videos", type: "INTEGER", nullable: true);
            migrationBuilder.AddColumn<string>(name: "MatchCode", table: "Videos", type: "TEXT", maxLength: 50, nullable: false, defaultValue: "first");
            migrationBuilder.AddColumn<int>(name: "PinnedMovieId", table: "Videos", type: "INTEGER", nullable: true);

            // A tag a row becomes a name a line.
            foreach (var (kind, column) in new[] { (0, "Genres"), (1, "Countries"), (2, "Directors"), (3, "Sources") })
            {
                migrationBuilder.Sql(
                    $"""
                    UPDATE "Movies" SET "{column}" = coalesce((
                        SELECT group_concat("Name", char(10)) FROM (
                            SELECT "Name" FROM "Tags" WHERE "MovieId" = "Movies"."Id" AND "Kind" = {kind} ORDER BY "Position")), '')
                    """);
            }

            foreach (var (table, column) in new[]
                { ("Movies", "OtherTitles"), ("Videos", "AlternativeTitles"), ("Videos", "Genres"), ("Videos", "Countries"), ("Videos", "Directors") })
            {
                migrationBuilder.Sql(
                    $"""UPDATE "{table}" SET "{column}" = coalesce((SELECT group_concat(value, char(10)) FROM json_each("{table}"."{column}")), '')""");
            }

            migrationBuilder.DropTable(name: "Tags");
            migrationBuilder.DropIndex(name: "IX_Videos_TitleKey", table: "Videos");
            migrationBuilder.DropIndex(name: "IX_Movies_IsActive_AddedAt_Id", table: "Movies");
            migrationBuilder.DropIndex(name: "IX_Movies_IsActive_SortTitle_Id", table: "Movies");
            migrationBuilder.DropIndex(name: "IX_Movies_IsActive_Views_Id", table: "Movies");
            migrationBuilder.DropIndex(name: "IX_Movies_TitleKey_Year", table: "Movies");

            // Not DropColumn: for SQLite it copies the whole table each time.
            migrationBuilder.Sql("""ALTER TABLE "Videos" DROP COLUMN "TitleKey" """);
            migrationBuilder.Sql("""ALTER TABLE "Movies" DROP COLUMN "TitleKey" """);
            migrationBuilder.Sql("""ALTER TABLE "Movies" DROP COLUMN "SortTitle" """);
            migrationBuilder.Sql("""ALTER TABLE "Movies" DROP COLUMN "OtherTitleWords" """);
            migrationBuilder.Sql("""ALTER TABLE "Movies" DROP COLUMN "SearchWords" """);

            migrationBuilder.CreateTable(
                name: "Exclusions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Value = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exclusions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JournalSets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    UndoneById = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalSets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    VideoId = table.Column<int>(type: "INTEGER", nullable: false),
                    CandidateId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "State",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    Stamp = table.Column<long>(type: "INTEGER", nullable: false),
                    Generation = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_State", x => x.Id);
                });

            // Both are only ever read by their keys: without row ids each is one tree instead of two.
            migrationBuilder.Sql(
                """
                CREATE TABLE "MatchKeys" (
                    "Hash" INTEGER NOT NULL,
                    "MovieId" INTEGER NOT NULL,
                    CONSTRAINT "PK_MatchKeys" PRIMARY KEY ("Hash", "MovieId")) WITHOUT ROWID
                """);
            migrationBuilder.Sql(
                """
                CREATE TABLE "JournalChanges" (
                    "SetId" INTEGER NOT NULL,
                    "Number" INTEGER NOT NULL,
                    "MovieId" INTEGER NOT NULL,
                    "VideoId" INTEGER NULL,
                    "Field" TEXT NOT NULL,
                    "Old" TEXT NULL,
                    "New" TEXT NULL,
                    CONSTRAINT "PK_JournalChanges" PRIMARY KEY ("SetId", "Number")) WITHOUT ROWID
                """);

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
            migrationBuilder.Sql("""UPDATE "State" SET "Stamp" = random() """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Go back by restoring the backup that was made before this migration.");
    }
}
