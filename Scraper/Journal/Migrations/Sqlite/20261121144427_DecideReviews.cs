using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Scraper.Journal.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DecideReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DecidedAt",
                table: "Review",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecidedBy",
                table: "Review",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Decision",
                table: "Review",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecisionReason",
                table: "Review",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IntoMovieId",
                table: "Review",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MovieId",
                table: "Review",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewId",
                table: "Outbox",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "DecidedAt",
                table: "Review");

            migrationBuilder.DropColumn(
                name: "DecidedBy",
                table: "Review");

            migrationBuilder.DropColumn(
                name: "Decision",
                table: "Review");

            migrationBuilder.DropColumn(
                name: "DecisionReason",
                table: "Review");

            migrationBuilder.DropColumn(
                name: "IntoMovieId",
                table: "Review");

            migrationBuilder.DropColumn(
                name: "MovieId",
                table: "Review");

            migrationBuilder.DropColumn(
                name: "ReviewId",
                table: "Outbox");
        }
    }
}
