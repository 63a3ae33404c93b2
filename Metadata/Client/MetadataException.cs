using System.Net;

namespace Metadata.Client;

/// <summary>Metadata refused a request, or could not be asked at all.</summary>
public sealed class MetadataException(
    string message, HttpStatusCode? status = null, Exception? inner = null, string? problem = null)
    : Exception(message, inner)
{
    /// <summary>The type of the problem that the answer named; null when it named none.</summary>
    public string? Problem { get; } = problem;

    /// <summary>Whether a later holder of the same lease has written already.</summary>
    public bool IsStaleLease => Problem?.EndsWith($":{WriterLease.Stale}", StringComparison.Ordinal) == true;

    /// <summary>Null when no answer came.</summary>
    public HttpStatusCode? Status { get; } = status;

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient => Status is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        || (int)Status.Value >= 500;
}
