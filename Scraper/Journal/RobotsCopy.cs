namespace Scraper.Journal;

/// <summary>What a host's robots.txt said when it was last asked for.</summary>
internal sealed class RobotsCopy
{
    /// <summary>Scheme, name and port: "https://rutube.ru".</summary>
    public required string Origin { get; init; }

    public required RobotsAnswer Answer { get; init; }

    /// <summary>The file as it came; empty unless it was read.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Why it could not be read; null when it could.</summary>
    public string? Detail { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>From then on it is asked for again.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>How a host answers when asked for its robots.txt.</summary>
internal enum RobotsAnswer
{
    /// <summary>With the file.</summary>
    Read,

    /// <summary>That there is none: everything may be read.</summary>
    Absent,

    /// <summary>With an error, or not at all: nothing may be read until it can be asked again.</summary>
    Unreadable,
}
