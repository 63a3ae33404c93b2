using System.ComponentModel.DataAnnotations;
using Quartz;

namespace Scraper.Enriching;

/// <summary>The value must be a time table as Quartz reads it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CronAttribute() : ValidationAttribute(
    "It must be a Quartz cron expression (seconds minutes hours day month weekday), such as \"0 15 * * * ?\".")
{
    public override bool IsValid(object? value) => value is string text && CronExpression.TryParse(text, out _);
}
