using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Scraper.Journal.Migrations.Postgres
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
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "DriftReasons",
                table: "Runs",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "NewestPublishedAt",
                table: "Pages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Profile",
                table: "Pages",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsHeld",
                table: "Outbox",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Profiles",
                columns: table => new
                {
                    RunId = table.Column<int>(type: "integer", nullable: false),
                    Form = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Scope = table.Column<string>(type: "text", nullable: false),
                    Counts = table.Column<string>(type: "text", nullable: false),
                    IsGood = table.Column<bool>(type: "boolean", nullable: false),
                    IsTaught = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Profiles", x => new { x.RunId, x.Form });
                });

            migrationBuilder.CreateTable(
                name: "SeenVideos",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    VideoKey = table.Column<string>(type: "text", nullable: false),
                    Target = table.Column<string>(type: "text", nullable: false),
                    FirstRunId = table.Column<int>(type: "integer", nullable: false),
                    LastRunId = table.Column<int>(type: "integer", nullable: false),
                    LastSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeenVideos", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TargetMarks",
                columns: table => new
                {
                    Source = table.Column<string>(type: "text", nullable: false),
                    Target = table.Column<string>(type: "text", nullable: false),
                    CompletedRunId = table.Column<int>(type: "integer", nullable: false),
                    NewestPublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FullWalkAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Items = table.Column<int>(type: "integer", nullable: false),
                    Unseen = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.AddColumn<string[]>(
                name: "VideoKeys",
                table: "Pages",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);
        }
    }
}
