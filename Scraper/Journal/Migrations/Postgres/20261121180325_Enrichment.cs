using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Scraper.Journal.Migrations.Postgres
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
                    Registry = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistryRests", x => x.Registry);
                });

            migrationBuilder.CreateTable(
                name: "WikidataNames",
                columns: table => new
                {
                    ItemId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Russian = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    English = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReadAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
