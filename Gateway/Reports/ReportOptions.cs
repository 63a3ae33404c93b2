using System.ComponentModel.DataAnnotations;

namespace Gateway.Reports;

/// <summary>Section "Reports" of the configuration.</summary>
internal sealed class ReportOptions
{
    public const string Section = "Reports";

    /// <summary>How often plays and reports of problems are handed on to Metadata.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);
}
