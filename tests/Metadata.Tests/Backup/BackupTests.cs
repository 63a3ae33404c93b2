using System.IO.Compression;
using System.Net;
using System.Text;
using Metadata.Client;
using Metadata.Data;
using Metadata.Tests.Editing;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Backup;

/// <summary>Backups between two catalogues, whose databases may differ.</summary>
public abstract class BackupTests(MetadataApp from, MetadataApp to)
{
    [Fact]
    public async Task A_backup_restores_everything_elsewhere()
    {
        var (source, target) = (await from.EmptyAsync(), await to.EmptyAsync());
        var upload = await FillAsync(source);
        var file = await BackUpAsync(source);

        await RestoreAsync(target, file, HttpStatusCode.NoContent);

        Assert.Equal(await source.ExportAsync(), await target.ExportAsync());
        Assert.Equal(await JournalAsync(source, 0), await JournalAsync(target, 1));
        Assert.Equal(
            await source.Http.GetStringAsync("/api/v1/exclusions"), await target.Http.GetStringAsync("/api/v1/exclusions"));
        Assert.Equal(string.Join(", ", await source.TitlesAsync("sort=title")), string.Join(", ", await target.TitlesAsync("sort=title")));
        Assert.Equal(UpsertStatus.Unchanged, (await target.PutAsync(upload)).Results[0].Status);
    }

    [Fact]
    public async Task A_restored_catalogue_goes_on_where_the_backup_ended()
    {
        var (source, target) = (await from.EmptyAsync(), await to.EmptyAsync());
        await FillAsync(source);
        var known = (await source.ListAsync("includeInactive=true&pageSize=100")).Items.Select(movie => movie.Id).ToList();
        var file = await BackUpAsync(source);
        await RestoreAsync(target, file, HttpStatusCode.NoContent);

        var made = await target.AddAsync(Uploads.Of("Новый", 2020));
        await target.UndoAsync((await source.ChangesAsync()).First(set => set.Action == "edit").Id);

        Assert.True(made > known.Max());
        var sets = await target.ChangesAsync();
        Assert.True(sets[0].Id > sets[2].Id && sets[1].Action == "scrape" && sets.Select(set => set.Id).Distinct().Count() == sets.Count);
        Assert.Contains("Новый", await target.TitlesAsync(""), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_catalogue_that_is_not_empty_is_replaced_only_when_asked_to()
    {
        var (source, target) = (await from.EmptyAsync(), await to.EmptyAsync());
        await FillAsync(source);
        await target.AddAsync(Uploads.Of("Прежний", 1980));
        Assert.Equal(["Прежний"], await target.TitlesAsync(""));
        var file = await BackUpAsync(source);

        await RestoreAsync(target, file, HttpStatusCode.Conflict);
        Assert.Equal(["Прежний"], await target.TitlesAsync(""));
        await RestoreAsync(target, file, HttpStatusCode.NoContent, replace: true);

        Assert.Equal(["Брат"], await target.TitlesAsync(""));
    }

    [Fact]
    public async Task A_backup_taken_twice_is_the_same()
    {
        var source = await from.EmptyAsync();
        await FillAsync(source);

        Assert.Equal(Unpack(await BackUpAsync(source)), Unpack(await BackUpAsync(source)));
    }

    [Theory]
    [InlineData("cut", "cut off")]
    [InlineData("half", "cut off")]
    [InlineData("changed", "damaged")]
    [InlineData("newer", "newer version")]
    [InlineData("foreign", "no backup")]
    [InlineData("text", "no backup")]
    [InlineData("empty", "cut off")]
    public async Task A_file_that_is_not_whole_and_ours_changes_nothing(string damage, string explanation)
    {
        var (source, target) = (await from.EmptyAsync(), await to.EmptyAsync());
        await FillAsync(source);
        var file = await BackUpAsync(source);
        await target.AddAsync(Uploads.Of("Прежний", 1980));
        var before = await target.ExportAsync();
        var text = Unpack(file);

        var problem = await RestoreAsync(target, damage switch
        {
            "cut" => Pack(text[..text.TrimEnd().LastIndexOf('\n')] + "\n"),
            "half" => file[..(file.Length / 2)],
            "changed" => Pack(text.Replace("Брат", "Врат", StringComparison.Ordinal)),
            "newer" => Pack(text.Replace("\"schema\":", "\"schema\":9", StringComparison.Ordinal)),
            "foreign" => Pack("{\"id\":1}\n{\"id\":2}\n"),
            "text" => Encoding.UTF8.GetBytes(text),
            _ => Pack(""),
        }, HttpStatusCode.BadRequest, replace: true);

        Assert.Contains(explanation, problem, StringComparison.Ordinal);
        Assert.Equal(before, await target.ExportAsync());
        Assert.Empty(Directory.GetFiles(to.DataDirectory, "restore-*"));
    }

    [Fact]
    public async Task Copies_need_the_key()
    {
        using var stranger = from.CreateClient();

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/api/v1/export")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/api/v1/backup")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync("/api/v1/restore", null)).StatusCode);
    }

    private async Task<MovieUpsert> FillAsync(Caller caller)
    {
        var upload = Uploads.Of("Брат", 1997) with
        {
            Genres = ["драма", "криминал"],
            Rating = 8.1,
            Views = 3_000_000_000,
            Description = "Строка\nи «кавычки» \"\\ 🎬",
            PublishedAt = DateTimeOffset.UnixEpoch.AddMilliseconds(1_234_567_890_123),
            Author = new Author("Канал", "https://rutube.example/c/1"),
        };
        var id = await caller.AddAsync(upload);
        var (other, down) = (await caller.AddAsync(Uploads.Of("Братан", 1998)), await caller.AddAsync(Uploads.Of("Нельзя", 2000)));
        await caller.EditAsync(id, """{"year":1996,"countries":["Россия"]}""", new EditorNote("Мария", "так в титрах"));
        await caller.MergeAsync(other, id);
        await caller.DeleteAsync($"movies/{down}?takeDown=true");
        await caller.CheckAsync((upload, CheckResult.Ok, 1));
        await from.Services.GetRequiredService<Catalogue>().ChangeAsync(
            new ChangeNote("scraper", "scrape"),
            (change, _) => Task.FromResult(change.Db.Reviews.Add(new ReviewPair
            {
                VideoId = 1,
                CandidateId = id,
                Code = "similar",
                At = change.Set.At,
                State = ReviewState.Rejected,
            })),
            CancellationToken.None);
        return upload;
    }

    private static Task<byte[]> BackUpAsync(Caller caller) => caller.Http.GetByteArrayAsync("/api/v1/backup");

    private static async Task<string> RestoreAsync(Caller caller, byte[] file, HttpStatusCode status, bool replace = false)
    {
        using var body = new ByteArrayContent(file);
        using var response = await caller.Http.PostAsync($"/api/v1/restore{(replace ? "?replace=true" : "")}", body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        return text;
    }

    private static async Task<string> JournalAsync(Caller caller, int skip)
    {
        var sets = await caller.ChangesAsync("pageSize=100");
        return string.Join('\n', sets.Skip(skip).Select(set => $"{set.Id} {set.At:O} {set.Actor} {set.Action} {set.Reason}: "
            + string.Join("; ", set.Changes.Select(change => $"{change.MovieId}/{change.VideoId} {change.Field} {change.Old} {change.New}"))));
    }

    private static string Unpack(byte[] file)
    {
        using var plain = new StreamReader(new GZipStream(new MemoryStream(file), CompressionMode.Decompress));
        return plain.ReadToEnd();
    }

    private static byte[] Pack(string text)
    {
        var file = new MemoryStream();
        using (var zipped = new GZipStream(file, CompressionMode.Compress))
        {
            zipped.Write(Encoding.UTF8.GetBytes(text));
        }

        return file.ToArray();
    }

    public sealed class SqliteToPostgres(SqliteApp from, PostgresApp to)
        : BackupTests(from, to), IClassFixture<SqliteApp>, IClassFixture<PostgresApp>;

    public sealed class PostgresToSqlite(PostgresApp from, SqliteApp to)
        : BackupTests(from, to), IClassFixture<PostgresApp>, IClassFixture<SqliteApp>;
}
