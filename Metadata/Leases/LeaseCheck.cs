using System.Globalization;
using Metadata.Client;
using Metadata.Data;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Leases;

/// <summary>Keeps out a writer that stood still while another took over its lease. A request without the headers of
/// <see cref="WriterLease"/> is not checked.</summary>
internal static class LeaseCheck
{
    /// <summary>The lease a request is written under; null for none.</summary>
    public static WriterLease? Read(HttpRequest request, out ProblemHttpResult? problem)
    {
        var (name, number) = (request.Headers[WriterLease.NameHeader].ToString(), request.Headers[WriterLease.FencingHeader].ToString());
        problem = null;
        if (name.Length == 0 && number.Length == 0)
        {
            return null;
        }

        if (name.Length is > 0 and <= WriterLease.MaxNameLength && name.All(letter => letter is > ' ' and <= '~')
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var fencing) && fencing > 0)
        {
            return new WriterLease(name, fencing);
        }

        problem = Problems.BadParameters(new(StringComparer.Ordinal)
        {
            [WriterLease.NameHeader] = [$"The headers {WriterLease.NameHeader} (1 to {WriterLease.MaxNameLength} visible ASCII "
                + $"characters) and {WriterLease.FencingHeader} (a whole number from 1) go together; found '{name}' and '{number}'."],
        });
        return null;
    }

    /// <summary>Remembers the lease in the change's transaction.</summary>
    /// <returns>The refusal when a later holder has written already; then nothing may be written.</returns>
    public static async Task<ProblemHttpResult?> RefuseAsync(
        MoviesDb db, WriterLease? lease, CancellationToken cancellationToken)
    {
        if (lease is null)
        {
            return null;
        }

        var seen = await db.Leases.SingleOrDefaultAsync(seen => seen.Name == lease.Name, cancellationToken);
        if (seen is null)
        {
            db.Leases.Add(new SeenLease { Name = lease.Name, Fencing = lease.Fencing });
            return null;
        }

        if (lease.Fencing < seen.Fencing)
        {
            return TypedResults.Problem(
                $"The lease '{lease.Name}' has been taken over: {lease.Fencing} was sent, {seen.Fencing} has written since. "
                + "Nothing of this request was written; leave it to the later holder.",
                statusCode: StatusCodes.Status409Conflict, type: StorageFailure.TypePrefix + WriterLease.Stale);
        }

        seen.Fencing = lease.Fencing;
        return null;
    }
}
