using System.Globalization;
using Metadata.Client;

namespace Scraper.Links;

/// <summary>Why nothing was written, in words.</summary>
internal static class BrakeText
{
    public static string Of(AvailabilityReport report) => string.Join(' ', report.Braked.Select(Of));

    public static string Of(BrakedSource brake) => string.Create(
        CultureInfo.InvariantCulture,
        $"BRAKE: {brake.Worse} of {brake.Checked} checked videos of {brake.Source} got worse "
        + $"({100.0 * brake.Worse / brake.Checked:0} %). "
        + $"That looks like an outage, so nothing was written. Look at the source, then check again.");
}
