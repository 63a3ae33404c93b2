namespace Metadata.Data;

/// <summary>When an upload's host was last asked about it, whatever it said: who answers "not in your country" must not
/// stand first in the queue for ever.</summary>
internal sealed class AskedVideo
{
    public required int VideoId { get; init; }

    public required DateTimeOffset AskedAt { get; set; }
}
