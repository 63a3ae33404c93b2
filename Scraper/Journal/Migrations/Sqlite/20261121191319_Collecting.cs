using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Scraper.Journal.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Collecting : Migration
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
                name: "NotModified",
                table: "Runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Parser",
                table: "Runs",
                type: "TEXT",
                nullable: true);

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
                name: "FetchedUrls",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    ETag = table.Column<string>(type: "TEXT", nullable: true),
                    LastModified = table.Column<string>(type: "TEXT", nullable: true),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    Offset = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FetchedUrls", x => new { x.Source, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "LinkAnswers",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CheckedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkAnswers", x => new { x.Source, x.ExternalId });
                });

            migrationBuilder.CreateTable(
                name: "Paces",
                columns: table => new
                {
                    Host = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OpensAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DelayMilliseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    Holder = table.Column<string>(type: "TEXT", nullable: true),
                    HeldUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Paces", x => x.Host);
                });

            migrationBuilder.CreateTable(
                name: "PausedJobs",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    PausedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PausedJobs", x => x.Name);
                });

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
                name: "RegistryRests",
                columns: table => new
                {
                    Registry = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistryRests", x => x.Registry);
                });

            migrationBuilder.CreateTable(
                name: "Robots",
                columns: table => new
                {
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Robots", x => x.Origin);
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
                name: "SentUpserts",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentUpserts", x => new { x.Source, x.ExternalId });
                });

            migrationBuilder.CreateTable(
                name: "Standings",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    FailingSince = table.Column<long>(type: "INTEGER", nullable: true),
                    Problem = table.Column<string>(type: "TEXT", nullable: true),
                    RetryAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Standings", x => x.Source);
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

            migrationBuilder.CreateTable(
                name: "WikidataNames",
                columns: table => new
                {
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Russian = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    English = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WikidataNames", x => x.ItemId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_IsHeld",
                table: "Outbox",
                column: "IsHeld");

            migrationBuilder.CreateIndex(
                name: "IX_FetchedUrls_File",
                table: "FetchedUrls",
                column: "File");

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_Source_Form",
                table: "Profiles",
                columns: new[] { "Source", "Form" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FetchedUrls");

            migrationBuilder.DropTable(
                name: "LinkAnswers");

            migrationBuilder.DropTable(
                name: "Paces");

            migrationBuilder.DropTable(
                name: "PausedJobs");

            migrationBuilder.DropTable(
                name: "Profiles");

            migrationBuilder.DropTable(
                name: "RegistryRests");

            migrationBuilder.DropTable(
                name: "Robots");

            migrationBuilder.DropTable(
                name: "SeenVideos");

            migrationBuilder.DropTable(
                name: "SentUpserts");

            migrationBuilder.DropTable(
                name: "Standings");

            migrationBuilder.DropTable(
                name: "TargetMarks");

            migrationBuilder.DropTable(
                name: "WikidataNames");

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
                name: "NotModified",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Parser",
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
