using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Metadata.Client;

/// <summary>How the contract's shapes look as JSON: camelCase, enumerations as strings, unknown left out.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageOf<MovieSummary>))]
[JsonSerializable(typeof(MovieDetails))]
[JsonSerializable(typeof(IReadOnlyList<MovieSummary>))]
[JsonSerializable(typeof(IReadOnlyList<SimilarMovie>))]
[JsonSerializable(typeof(IReadOnlyList<MovieUpsert>))]
[JsonSerializable(typeof(IReadOnlyList<Suggestion>))]
[JsonSerializable(typeof(UpsertReport))]
[JsonSerializable(typeof(MovieEdit))]
[JsonSerializable(typeof(Facets))]
[JsonSerializable(typeof(ServiceHealth))]
[JsonSerializable(typeof(PageOf<ChangeSet>))]
[JsonSerializable(typeof(UndoReport))]
[JsonSerializable(typeof(IReadOnlyList<BulkEdit>))]
[JsonSerializable(typeof(BulkEditReport))]
[JsonSerializable(typeof(PageOf<Exclusion>))]
[JsonSerializable(typeof(ExclusionDraft))]
[JsonSerializable(typeof(PageOf<MatchReview>))]
[JsonSerializable(typeof(IReadOnlyList<AvailabilityCheck>))]
[JsonSerializable(typeof(AvailabilityReport))]
[JsonSerializable(typeof(IReadOnlyList<WaitingVideo>))]
[JsonSerializable(typeof(IReadOnlyList<ProblemNote>))]
[JsonSerializable(typeof(PageOf<ReportedVideo>))]
[JsonSerializable(typeof(MovieProvenance))]
[JsonSerializable(typeof(IReadOnlyList<PlayCount>))]
[JsonSerializable(typeof(UnlockOrder))]
[JsonSerializable(typeof(MergeOrder))]
[JsonSerializable(typeof(SplitOrder))]
[JsonSerializable(typeof(AcceptOrder))]
[JsonSerializable(typeof(Exclusion))]
[JsonSerializable(typeof(IReadOnlyList<SoughtFilm>))]
[JsonSerializable(typeof(IReadOnlyList<FilmLookup>))]
[JsonSerializable(typeof(FactsReport))]
[JsonSerializable(typeof(PageOf<RegistryLookup>))]
[JsonSerializable(typeof(MoviePlan))]
[JsonSerializable(typeof(IReadOnlyList<PlannedMovie>))]
[JsonSerializable(typeof(PlanReport))]
[JsonSerializable(typeof(CatalogueMark))]
[JsonSerializable(typeof(JsonObject))]
public sealed partial class MetadataJson : JsonSerializerContext;

/// <summary>An enumeration as camelCase strings; numbers are refused.</summary>
public sealed class CamelCaseNames<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
