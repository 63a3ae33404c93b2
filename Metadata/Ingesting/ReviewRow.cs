using Metadata.Data;

namespace Metadata.Ingesting;

/// <summary>A question to the editors as a row.</summary>
internal static class ReviewRow
{
    public static readonly IReadOnlyList<string> Columns =
    [
        nameof(ReviewPair.Id), nameof(ReviewPair.VideoId), nameof(ReviewPair.CandidateId), nameof(ReviewPair.Code),
        nameof(ReviewPair.At), nameof(ReviewPair.State),
    ];

    /// <summary>The database numbers new questions.</summary>
    public static IReadOnlyList<string> NewColumns { get; } = [.. Columns.Skip(1)];

    public static void Write(RowWriter row, ReviewPair pair)
    {
        row.Int(pair.VideoId);
        row.Int(pair.CandidateId);
        row.Text(pair.Code);
        row.Time(pair.At);
        row.Text(pair.State.ToString());
    }

    public static ReviewPair Read(RowReader row) => new()
    {
        Id = row.Int(),
        VideoId = row.Int(),
        CandidateId = row.Int(),
        Code = row.Text(),
        At = row.Time(),
        State = Enum.Parse<ReviewState>(row.Text()),
    };

    /// <param name="parameter">How the provider's parameters begin.</param>
    public static string SettleSql(string parameter) => $"""UPDATE "Reviews" SET "State" = {parameter}1 WHERE "Id" = {parameter}2""";

    public static void WriteState(RowWriter row, ReviewPair pair)
    {
        row.Text(pair.State.ToString());
        row.Int(pair.Id);
    }
}
