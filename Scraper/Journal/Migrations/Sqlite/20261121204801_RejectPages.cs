using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Scraper.Journal.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RejectPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "PageNumber",
                table: "Rejects",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PageNumber",
                table: "Rejects");
        }
    }
}
