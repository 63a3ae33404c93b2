using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Scraper.Fetching;
using Scraper.Journal;

namespace Scraper.Recording;

/// <summary>The answers that need not be sent again when their host says that they are still right.</summary>
internal sealed partial class HeldAnswers(JournalStore store, RecordingFolder folder, ILogger<HeldAnswers> logger)
{
    private const int KeyBytes = 16;

    public static string KeyOf(FetchRequest request) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{SecretMask.Of(request.Url)}\n{request.Accept}")).AsSpan(0, KeyBytes));

    /// <summary>Whether there is any for a source; many hosts give no means to ask.</summary>
    public async Task<bool> AnyAsync(string source, CancellationToken cancellationToken)
    {
        var db = store.Open();
        await using (db)
        {
            return await db.FetchedUrls.AnyAsync(url => url.Source == source, cancellationToken);
        }
    }

    /// <summary>The answer to this request, read before the host is asked, so that there is something to fall back on.</summary>
    public async Task<HeldAnswer?> FindAsync(string source, FetchRequest request, CancellationToken cancellationToken)
    {
        var key = KeyOf(request);
        FetchedUrl? found;
        var db = store.Open();
        await using (db)
        {
            found = await db.FetchedUrls.AsNoTracking()
                .SingleOrDefaultAsync(url => url.Source == source && url.Key == key, cancellationToken);
        }

        // Another machine that shares the journal may hold what this one does not.
        return found is not null && File.Exists(folder.PathOf(found.File)) ? Read(found, SecretMask.Of(request.Url)) : null;
    }

    private HeldAnswer? Read(FetchedUrl found, string address)
    {
        using var reader = new RecordingReader(folder.PathOf(found.File));
        if (reader.Read(found.Offset) is not { } entry)
        {
            LogDamaged(address, reader.Damage);
            return null;
        }

        return entry.Response.Url == address ? new HeldAnswer(entry.Response, entry.Body) : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Address} is fetched whole, because what is held of it cannot be read: {Damage}")]
    private partial void LogDamaged(string address, string? damage);
}

/// <summary>An answer out of a recording.</summary>
internal sealed record HeldAnswer(RecordedResponse Response, byte[] Body);
