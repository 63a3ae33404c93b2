using System.Globalization;
using System.Net.Http.Headers;

namespace Metadata.Client;

/// <summary>The lease that a writer holds. Who writes under one is refused with the problem <see cref="Stale"/> as soon
/// as a later holder has written.</summary>
/// <param name="Name">1 to 100 visible ASCII characters.</param>
/// <param name="Fencing">The holder's number, from 1; a later holder has a higher one.</param>
public sealed record WriterLease(string Name, long Fencing)
{
    /// <summary>Header that carries the name.</summary>
    public const string NameHeader = "X-Lease";

    /// <summary>Header that carries the number.</summary>
    public const string FencingHeader = "X-Fencing-Token";

    /// <summary>How the type of the problem ends.</summary>
    public const string Stale = "stale_lease";

    /// <summary>Most characters of a name.</summary>
    public const int MaxNameLength = 100;

    internal void WriteTo(HttpRequestHeaders headers)
    {
        headers.Add(NameHeader, Name);
        headers.Add(FencingHeader, Fencing.ToString(CultureInfo.InvariantCulture));
    }
}
