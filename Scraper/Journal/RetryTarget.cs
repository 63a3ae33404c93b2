using System.Globalization;
using Scraper.Sources;

namespace Scraper.Journal;

/// <summary>Names a part of an earlier run as a target: "retry-page:17/40", "retry-rest:17/2".</summary>
/// <param name="Number">Of the page in the run, or of the target among its targets, from 1.</param>
internal sealed record RetryTarget(bool IsPage, int RunId, int Number)
{
    private const string PageForm = "retry-page";
    private const string RestForm = "retry-rest";

    public static SourceTarget OfPage(int runId, int number) => Target(PageForm, runId, number);

    public static SourceTarget OfRest(int runId, int place) => Target(RestForm, runId, place);

    /// <returns>Null for any other target.</returns>
    public static RetryTarget? Read(SourceTarget target) =>
        target.Form is PageForm or RestForm && target.Value.Split('/') is [var run, var number]
        && int.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out var runId)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new RetryTarget(target.Form == PageForm, runId, place)
            : null;

    /// <summary>The same of a target as written.</summary>
    public static RetryTarget? Read(string text) => text.Split(':', 2) is [var form, var value]
        ? Read(new SourceTarget(form, value)) : null;

    private static SourceTarget Target(string form, int runId, int number) =>
        new(form, string.Create(CultureInfo.InvariantCulture, $"{runId}/{number}"));
}
