using System.Net;

namespace Metadata.Client;

/// <summary>Metadata refused a request, or could not be asked at all.</summary>
public sealed class MetadataException(string message, HttpStatusCode? status = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Null when no answer came.</summary>
    public HttpStatusCode? Status { get; } = status;

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient => Status is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        || (int)Status.Value >= 500;
}
