using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Scraper.Journal;

/// <summary>A moment as its UTC ticks, which SQLite can compare and order.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
