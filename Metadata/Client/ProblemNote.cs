using System.Text.Json.Serialization;

namespace Metadata.Client;

/// <summary>A problem that a visitor has reported of an upload.</summary>
public sealed record ProblemNote(int MovieId, int VideoId, ProblemReason Reason);

[JsonConverter(typeof(CamelCaseNames<ProblemReason>))]
public enum ProblemReason
{
    NotPlaying,
    Removed,

    /// <summary>The upload is of another film: a question to the editors, which no check answers.</summary>
    WrongFilm,
    BadQuality,
    Other,
}

/// <summary>An upload that visitors say is of another film; an editor decides.</summary>
/// <param name="Count">How often that was reported.</param>
public sealed record ReportedVideo(
    int VideoId, int MovieId, string Title, int? Year, string Source, string ExternalId, string SourceUrl, string RawTitle,
    int Count, DateTimeOffset ReportedAt);
