using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Scraper.Journal.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DecideReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DecidedAt",
                table: "Review",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecidedBy",
                table: "Review",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Decision",
                table: "Review",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecisionReason",
                table: "Review",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IntoMovieId",
                table: "Review",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MovieId",
                table: "Review",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewId",
                table: "Outbox",
                type: "integer",
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
