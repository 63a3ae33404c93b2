using Metadata.Client;
using Metadata.Data;
using Metadata.Movies;

namespace Metadata.Ingesting;

/// <summary>The uploads of a batch, in the order in which it first names them, and what each item did.</summary>
internal sealed class BatchItems
{
    private readonly Dictionary<(string, string), BatchUpload> _uploads = [];
    private readonly List<(ReadItem Item, BatchUpload? Upload, UpsertStatus? Status)> _items = [];

    /// <param name="items">The batch.</param>
    /// <param name="known">Those of its uploads that are stored.</param>
    /// <param name="now">When films made of them are added.</param>
    public BatchItems(IReadOnlyList<ReadItem> items, IEnumerable<Video> known, DateTimeOffset now)
    {
        var stored = known.ToDictionary(video => (video.Source, video.ExternalId));
        foreach (var item in items)
        {
            _items.Add(item.Upsert is { } upsert ? Read(item, upsert, stored, now) : (item, null, UpsertStatus.Rejected));
        }
    }

    public IReadOnlyCollection<BatchUpload> Uploads => _uploads.Values;

    /// <param name="placed">What became of an upload that looked for its film; null for one that stayed where it was.</param>
    public UpsertReport Report(Func<BatchUpload, Placement?> placed)
    {
        var told = new HashSet<BatchUpload>();
        var results = _items.ConvertAll(one => one.Upload is { } upload
            ? Result(one.Item, upload, one.Status, told.Add(upload) ? placed(upload) : null)
            : new UpsertResult(one.Item.Source, one.Item.ExternalId, UpsertStatus.Rejected, null, one.Item.Reason));
        int Count(UpsertStatus status) => results.Count(result => result.Status == status);
        return new UpsertReport(
            Count(UpsertStatus.Created), Count(UpsertStatus.Updated) + Count(UpsertStatus.Merged),
            Count(UpsertStatus.Unchanged), Count(UpsertStatus.Rejected), Count(UpsertStatus.Review), results);
    }

    private static UpsertResult Result(ReadItem item, BatchUpload upload, UpsertStatus? status, Placement? placement) => new(
        item.Source, item.ExternalId, placement?.Status ?? status ?? UpsertStatus.Updated, upload.Video.MovieId, placement?.Reason);

    private (ReadItem, BatchUpload?, UpsertStatus?) Read(
        ReadItem item, MovieUpsert upsert, Dictionary<(string, string), Video> stored, DateTimeOffset now)
    {
        var key = (upsert.Source, upsert.ExternalId);
        if (_uploads.TryGetValue(key, out var upload))
        {
            return (item, upload, upload.Write(upsert) ? UpsertStatus.Updated : UpsertStatus.Unchanged);
        }

        if (stored.TryGetValue(key, out var video))
        {
            _uploads.Add(key, upload = BatchUpload.Known(video, _items.Count));
            return (item, upload, upload.Write(upsert) ? UpsertStatus.Updated : UpsertStatus.Unchanged);
        }

        _uploads.Add(key, upload = BatchUpload.New(upsert, item.Record!, _items.Count, now));
        return (item, upload, null);
    }
}

/// <summary>What became of an upload that looked for its film.</summary>
internal sealed record Placement(UpsertStatus Status, string? Reason = null);
