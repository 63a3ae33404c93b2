using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Metadata.Client;
using Scraper.Editing.Changes;
using Scraper.Editing.Enrichment;
using Scraper.Editing.Exclusions;
using Scraper.Editing.Links;
using Scraper.Editing.Movies;
using Scraper.Editing.Planning;
using Scraper.Editing.Replaying;
using Scraper.Editing.Reviews;
using Scraper.Editing.Runs;
using Scraper.Editing.Sites;
using Scraper.Editing.Upkeep;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>How commands answer with --json: one line, camelCase, unknown left out, Cyrillic readable.</summary>
[JsonSerializable(typeof(ScrapeReport))]
[JsonSerializable(typeof(TitleExplanation))]
[JsonSerializable(typeof(SourceList))]
[JsonSerializable(typeof(SourceTest))]
[JsonSerializable(typeof(RunList))]
[JsonSerializable(typeof(RunDetails))]
[JsonSerializable(typeof(RunDecision))]
[JsonSerializable(typeof(ScheduleList))]
[JsonSerializable(typeof(MoviePage))]
[JsonSerializable(typeof(MovieAnswer))]
[JsonSerializable(typeof(EditAnswer))]
[JsonSerializable(typeof(DoctorAnswer))]
[JsonSerializable(typeof(LinksAnswer))]
[JsonSerializable(typeof(ReviewsAnswer))]
[JsonSerializable(typeof(ReviewAnswer))]
[JsonSerializable(typeof(DecisionAnswer))]
[JsonSerializable(typeof(ChangesAnswer))]
[JsonSerializable(typeof(UndoAnswer))]
[JsonSerializable(typeof(ExclusionsAnswer))]
[JsonSerializable(typeof(ExclusionAnswer))]
[JsonSerializable(typeof(ReplayReport))]
[JsonSerializable(typeof(EnrichAnswer))]
[JsonSerializable(typeof(UnsureAnswer))]
[JsonSerializable(typeof(SitesAnswer))]
[JsonSerializable(typeof(ApplyAnswer))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>Version of every document's shape.</summary>
    public const int Schema = 1;

    public static CliJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new CamelCaseNames<VideoKind>(), new CamelCaseNames<RunStatus>(), new CamelCaseNames<ReviewKind>(),
            new CamelCaseNames<ReviewDecision>(), new CamelCaseNames<SourceFailure>(), new CamelCaseNames<DriftLevel>(),
        },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static void Write<T>(TextWriter writer, T document, JsonTypeInfo<T> type) =>
        writer.WriteLine(JsonSerializer.Serialize(document, type));
}
