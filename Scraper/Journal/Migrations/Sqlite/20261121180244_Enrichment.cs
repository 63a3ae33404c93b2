using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Scraper.Journal.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Enrichment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RegistryRests");

            migrationBuilder.DropTable(
                name: "WikidataNames");
        }
    }
}
