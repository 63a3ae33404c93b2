using System.ComponentModel.DataAnnotations;
using Quartz;

namespace Scraper.Links;

/// <summary>When the service asks whether videos still play; section "Links" of the configuration.</summary>
internal sealed class LinksOptions : IValidatableObject
{
    public bool Enabled { get; init; } = true;

    /// <summary>Its times, in Quartz's form.</summary>
    [Required]
    public string Cron { get; init; } = "0 30 */6 * * ?";

    /// <summary>Most videos asked about of each source in one run.</summary>
    [Range(1, 50_000)]
    public int PerSource { get; init; } = 500;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!CronExpression.TryParse(Cron, out _))
        {
            yield return new ValidationResult(
                "It is no cron expression. Write it in Quartz's form, seconds first: 0 30 */6 * * ?",
                [nameof(Cron)]);
        }
    }
}
