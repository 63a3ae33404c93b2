using System.Net;
using System.Text.Json;
using Metadata.Client;
using Metadata.Tests.Editing;

namespace Metadata.Tests.Leases;

public abstract class LeaseCheckTests(MetadataApp app)
{
    private static readonly EditorNote Note = new("test");

    [Fact]
    public async Task A_holder_that_was_overtaken_writes_nothing_and_hears_stale_lease()
    {
        var caller = await app.EmptyAsync();
        await SendAsync(caller, "Раз", fencing: 7);
        await SendAsync(caller, "Два", fencing: 8);

        var refused = await Assert.ThrowsAsync<MetadataException>(() => SendAsync(caller, "Три", fencing: 7));

        Assert.Equal((HttpStatusCode.Conflict, true), (refused.Status, refused.IsStaleLease));
        Assert.Equal(["Два", "Раз"], await caller.TitlesAsync("sort=title"));
    }

    [Fact]
    public async Task An_answer_that_the_overtaken_holder_asks_for_again_is_the_later_holders()
    {
        var caller = await app.EmptyAsync();
        var client = new MetadataClient(caller.Http);
        var batch = new[] { Uploads.Of("Раз", 2000) };
        await client.UpsertAsync(batch, "same", new WriterLease("outbox", 1), CancellationToken.None);
        var repeated = await client.UpsertAsync(batch, "same", new WriterLease("outbox", 2), CancellationToken.None);

        var refused = await Assert.ThrowsAsync<MetadataException>(
            () => client.UpsertAsync(batch, "same", new WriterLease("outbox", 1), CancellationToken.None));

        Assert.Equal((1, true), (repeated.Created, refused.IsStaleLease));
    }

    [Fact]
    public async Task Leases_of_other_names_and_writes_without_one_are_not_in_each_others_way()
    {
        var caller = await app.EmptyAsync();
        await SendAsync(caller, "Раз", fencing: 9);
        await SendAsync(caller, "Два", fencing: 1, name: "links");

        await caller.PutAsync(Uploads.Of("Три", 2000));

        Assert.Equal(3, (await caller.ListAsync("")).Total);
    }

    [Fact]
    public async Task Checks_of_an_overtaken_holder_change_nothing()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Раз", 2000);
        var id = await caller.AddAsync(upload);
        var client = new CheckingClient(caller.Http);
        var check = new AvailabilityCheck(upload.Source, upload.ExternalId, CheckResult.Ok, DateTimeOffset.UnixEpoch);
        await client.PutAsync([check], dryRun: false, new WriterLease("links", 5), Note, CancellationToken.None);

        var refused = await Assert.ThrowsAsync<MetadataException>(() => client.PutAsync(
            [check with { Result = CheckResult.Private, CheckedAt = DateTimeOffset.UnixEpoch.AddDays(1) }],
            dryRun: false, new WriterLease("links", 4), Note, CancellationToken.None));

        Assert.True(refused.IsStaleLease);
        Assert.Equal(Availability.Ok, (await caller.GetAsync(id)).Videos[0].Availability);
    }

    [Theory]
    [InlineData("outbox", null)]
    [InlineData(null, "5")]
    [InlineData("outbox", "0")]
    [InlineData("outbox", "-3")]
    [InlineData("out box", "5")]
    public async Task Headers_that_cannot_be_read_are_named(string? name, string? fencing)
    {
        var caller = await app.EmptyAsync();
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/movies/batch")
        {
            Content = new StringContent(
                JsonSerializer.Serialize([Uploads.Of("Раз", 2000)], MetadataJson.Default.IReadOnlyListMovieUpsert),
                System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", "k");
        request.Headers.TryAddWithoutValidation(WriterLease.NameHeader, name);
        request.Headers.TryAddWithoutValidation(WriterLease.FencingHeader, fencing);

        using var response = await caller.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("X-Lease", Caller.ErrorNames(await Caller.ProblemAsync(response)));
    }

    [Fact]
    public async Task A_restored_backup_does_not_bring_back_who_wrote_to_another_catalogue()
    {
        var caller = await app.EmptyAsync();
        await SendAsync(caller, "Раз", fencing: 100);
        var backup = await caller.Http.GetByteArrayAsync("/api/v1/backup");
        caller = await app.EmptyAsync();
        await SendAsync(caller, "Два", fencing: 5);
        await RestoreAsync(caller, backup);

        await SendAsync(caller, "Три", fencing: 5);
        var refused = await Assert.ThrowsAsync<MetadataException>(() => SendAsync(caller, "Четыре", fencing: 4));

        Assert.True(refused.IsStaleLease);
    }

    private static async Task RestoreAsync(Caller caller, byte[] backup)
    {
        using var file = new ByteArrayContent(backup);
        file.Headers.ContentType = new("application/gzip");
        using var response = await caller.Http.PostAsync(new Uri("/api/v1/restore?replace=true", UriKind.Relative), file);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static Task<UpsertReport> SendAsync(Caller caller, string title, long fencing, string name = "outbox") =>
        new MetadataClient(caller.Http).UpsertAsync(
            [Uploads.Of(title, 2000)], Guid.NewGuid().ToString(), new WriterLease(name, fencing), CancellationToken.None);

    public sealed class OnSqlite(SqliteApp app) : LeaseCheckTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : LeaseCheckTests(app), IClassFixture<PostgresApp>;
}
