using System.Text.Json;
using Faults.Rig;
using Metadata.Client;
using Metadata.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Faults.Durability;

/// <summary>What holds in the tables of a catalogue whatever happened to its service. Read from the database itself, for
/// the service could hide what is wrong.</summary>
internal static class Invariants
{
    /// <param name="directory">The data directory, where the service sees it under another path.</param>
    public static async Task HoldAsync(Installation installation, string? directory = null)
    {
        var copy = Copy(directory ?? installation.DataDirectory);
        try
        {
            await using var services = Database.Of(installation.Settings["ConnectionStrings__Movies"], copy.FullName);
            await using var scope = services.CreateAsyncScope();
            var broken = await BrokenAsync(scope.ServiceProvider.GetRequiredService<MoviesDb>());
            Assert.True(broken.Count == 0, string.Join('\n', broken));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            copy.Delete(recursive: true);
        }
    }

    // A look at SQLite's own file would put its log in order, which the service must be able to do itself.
    private static DirectoryInfo Copy(string directory)
    {
        var copy = Directory.CreateTempSubdirectory("onlinecinema-faults-");
        foreach (var file in Directory.GetFiles(directory, "movies.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
        }

        return copy;
    }

    private static async Task<IReadOnlyList<string>> BrokenAsync(MoviesDb db)
    {
        await using var reading = await db.Database.BeginTransactionAsync();
        var broken = new List<string>();
        void Rule(string rule, int violations)
        {
            if (violations > 0)
            {
                broken.Add($"{rule}: {violations} violations");
            }
        }

        var movies = db.Movies.AsNoTracking();
        var videos = db.Videos.AsNoTracking();
        Rule("a video is of a film", await videos.CountAsync(video => !movies.Any(movie => movie.Id == video.MovieId)));
        Rule("an upload is there once", await videos.GroupBy(video => new { video.Source, video.ExternalId }).CountAsync(same => same.Count() > 1));
        Rule("a shown film has a video", await movies.CountAsync(movie => movie.IsActive && !videos.Any(video => video.MovieId == movie.Id)));
        Rule("a film's views are its videos'", await movies.CountAsync(movie =>
            movie.Views != videos.Where(video => video.MovieId == movie.Id).Sum(video => video.Views)));
        Rule("a film is available when a video plays", await movies.CountAsync(movie => movie.IsAvailable != videos.Any(video =>
            video.MovieId == movie.Id && video.Availability != Availability.Gone && video.Availability != Availability.Private)));
        Rule("a film has a title", await movies.CountAsync(movie => movie.Title == ""));
        Rule("a film can be matched", await movies.CountAsync(movie => !db.MatchKeys.Any(key => key.MovieId == movie.Id)));
        Rule("a match key leads to a film", await db.MatchKeys.CountAsync(key => !movies.Any(movie => movie.Id == key.MovieId)));
        Rule("a video has its page", await videos.CountAsync(video => video.SourceUrl == "" || video.RawTitle == ""));
        await ReceiptsAsync(db, Rule);
        await RevisionsAsync(db, Rule);
        if (db.Database.IsSqlite())
        {
            Rule("SQLite finds the file whole", await db.Database
                .SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check WHERE integrity_check <> 'ok'").CountAsync());
            Rule("SQLite finds no foreign key broken", await db.Database
                .SqlQuery<string>($"SELECT [table] AS Value FROM pragma_foreign_key_check").CountAsync());
        }

        return broken;
    }

    // A change raises the revision, stamps its films with it and is journaled under it, all in one transaction.
    private static async Task RevisionsAsync(MoviesDb db, Action<string, int> rule)
    {
        var revision = (await db.State.AsNoTracking().SingleAsync()).Revision;
        var sets = await db.JournalSets.AsNoTracking().Select(set => set.Id).ToListAsync();
        rule("a film is not ahead of the catalogue", await db.Movies.CountAsync(movie => movie.Revision > revision));
        rule("every revision has its journal entry",
            sets.Count == revision - 1 && sets.TrueForAll(set => set > 1 && set <= revision) ? 0 : 1);
        rule("a journaled change is of an entry", await db.JournalChanges
            .CountAsync(change => !db.JournalSets.Any(set => set.Id == change.SetId)));
    }

    // A batch and its receipt are written together, so each upload has its receipt and each receipt its uploads.
    private static async Task ReceiptsAsync(MoviesDb db, Action<string, int> rule)
    {
        var receipts = await db.Receipts.AsNoTracking().Select(receipt => receipt.Response).ToListAsync();
        var answered = receipts.SelectMany(response => JsonSerializer.Deserialize(response, MetadataJson.Default.UpsertReport)!.Results)
            .Where(result => result.Status != UpsertStatus.Rejected)
            .Select(result => (result.Source!, result.ExternalId!)).ToHashSet();
        var stored = (await db.Videos.AsNoTracking().Select(video => new { video.Source, video.ExternalId }).ToListAsync())
            .Select(video => (video.Source, video.ExternalId)).ToHashSet();
        rule("what a receipt names is there", answered.Count(upload => !stored.Contains(upload)));
        rule("what is there has a receipt", stored.Count(upload => !answered.Contains(upload)));
    }
}
