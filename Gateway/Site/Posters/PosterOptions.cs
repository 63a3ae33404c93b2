using System.ComponentModel.DataAnnotations;

namespace Gateway.Site.Posters;

/// <summary>How film pictures are fetched and kept; section "Posters" of the configuration.</summary>
internal sealed class PosterOptions
{
    public const string Section = "Posters";

    /// <summary>How long a visitor waits for a picture before a drawn poster takes its place.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(1500);

    /// <summary>Longest time for fetching one picture.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan FetchTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a host or picture that failed is left alone.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RestAfterFailure { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Largest picture taken, bytes.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxPictureBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>Most pixels of a picture taken, as its header states them.</summary>
    [Range(1, 1_000_000_000)]
    public int MaxPixels { get; init; } = 25_000_000;

    /// <summary>Pictures are made small with libvips when <c>vipsthumbnail</c> is found; false passes them on as they
    /// are.</summary>
    public bool Resize { get; init; } = true;

    /// <summary>Longest time for making one picture small.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ShrinkTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Room for pictures in DataDirectory/posters, bytes; past it those fetched longest ago go.</summary>
    [Range(1024, long.MaxValue)]
    public long MaxShelfBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Pictures fetched at the same time.</summary>
    [Range(1, 100)]
    public int Parallel { get; init; } = 8;
}

/// <summary>Section "Network" of the configuration.</summary>
internal sealed class NetworkOptions
{
    public const string Section = "Network";

    /// <summary>True lets pictures come over http and from private addresses: only for tests on loopback.</summary>
    public bool AllowPrivateAddresses { get; init; }
}
