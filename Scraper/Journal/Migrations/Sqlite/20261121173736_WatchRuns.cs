using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Scraper.Journal.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WatchRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "VideoKeys",
                table: "Pages");

            migrationBuilder.AddColumn<string>(
                name: "Drift",
                table: "Runs",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DriftReasons",
                table: "Runs",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<long>(
                name: "NewestPublishedAt",
                table: "Pages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Profile",
                table: "Pages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsHeld",
                table: "Outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Profiles",
                columns: table => new
                {
                    RunId = table.Column<int>(type: "INTEGER", nullable: false),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", nullable: false),
                    Counts = table.Column<string>(type: "TEXT", nullable: false),
                    IsGood = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsTaught = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Profiles", x => new { x.RunId, x.Form });
                });

            migrationBuilder.CreateTable(
                name: "SeenVideos",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    VideoKey = table.Column<string>(type: "TEXT", nullable: false),
                    Target = table.Column<string>(type: "TEXT", nullable: false),
                    FirstRunId = table.Column<int>(type: "INTEGER", nullable: false),
                    LastRunId = table.Column<int>(type: "INTEGER", nullable: false),
                    LastSeenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeenVideos", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TargetMarks",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Target = table.Column<string>(type: "TEXT", nullable: false),
                    CompletedRunId = table.Column<int>(type: "INTEGER", nullable: false),
                    NewestPublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FullWalkAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Items = table.Column<int>(type: "INTEGER", nullable: false),
                    Unseen = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TargetMarks", x => new { x.Source, x.Target });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_IsHeld",
                table: "Outbox",
                column: "IsHeld");

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_Source_Form",
                table: "Profiles",
                columns: new[] { "Source", "Form" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Profiles");

            migrationBuilder.DropTable(
                name: "SeenVideos");

            migrationBuilder.DropTable(
                name: "TargetMarks");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_IsHeld",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "Drift",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "DriftReasons",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "NewestPublishedAt",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "Profile",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "IsHeld",
                table: "Outbox");

            migrationBuilder.AddColumn<string>(
                name: "VideoKeys",
                table: "Pages",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }
    }
}
