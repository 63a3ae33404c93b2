namespace Metadata.Data;

/// <summary>Times to the millisecond: PostgreSQL keeps microseconds, .NET has tenths of them, and a time must come back
/// from either database as it went in.</summary>
internal static class StoredTime
{
    public static DateTimeOffset Of(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
