using System.Net;
using System.Text.Json;
using Metadata.Client;
using Metadata.Tests.Editing;
using Metadata.Tests.Movies;

namespace Metadata.Tests.Planning;

public abstract class ApplyPlanTests(MetadataApp app)
{
    [Fact]
    public async Task What_a_plan_says_is_what_its_change_set_tells()
    {
        var caller = await app.EmptyAsync();
        var known = Uploads.Of("Курьер", 1986) with { Rating = 6 };
        var id = await caller.AddAsync(known);
        var plan = await caller.PlanAsync(
            Uploads.Of("Сталкер", 1979), Uploads.Of("Курьер", 1986, "archive"), known with { Rating = 7, Description = "Иван" });

        var report = await caller.ApplyAsync(plan.Movies);

        var set = (await caller.ChangesAsync())[0];
        Assert.Equal((set.Id, 2, 0), (report.Set, report.Written, report.AlreadySo));
        Assert.Equal(("anna", "apply", "weekly look"), (set.Actor, set.Action, set.Reason));
        Assert.Equal(plan.Movies.Told(), set.Told([id], await app.UploadsAsync()));
        Assert.Equal(["Курьер", "Сталкер"], (await caller.TitlesAsync("sort=title")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_plan_carried_out_leaves_the_catalogue_as_the_batch_would(int seed)
    {
        var random = new Random(seed);
        var stored = Enumerable.Range(0, 80).Select(_ => UpsertOrderTests.Upload(random)).ToList();
        var coming = Enumerable.Range(0, 80).Select(_ => UpsertOrderTests.Upload(random))
            .Select((upload, number) => number % 2 == 0 ? upload : upload with
            {
                Source = stored[number].Source,
                ExternalId = stored[number].ExternalId,
            }).ToList();
        var caller = await app.EmptyAsync();
        await caller.PutAsync(stored);
        await caller.PutAsync(coming);
        var expected = await app.FilmsAsync();
        await app.EmptyAsync();
        await caller.PutAsync(stored);
        var films = await app.FilmNumbersAsync();
        var plan = await caller.PlanAsync(coming);

        var report = await caller.ApplyAsync(plan.Movies);

        Assert.Empty(report.Conflicts);
        Assert.Equal(expected, await app.FilmsAsync());
        Assert.Equal(plan.Movies.Told(), (await caller.ChangesAsync())[0].Told(films, await app.UploadsAsync()));
        Assert.Equal(plan.Movies.Count, report.Written);
    }

    [Fact]
    public async Task An_edit_made_since_stops_all_of_it_and_is_named()
    {
        var caller = await app.EmptyAsync();
        var known = Uploads.Of("Курьер", 1986) with { Rating = 6 };
        var id = await caller.AddAsync(known);
        var plan = await caller.PlanAsync(Uploads.Of("Сталкер", 1979), known with { Rating = 7 });
        await caller.EditAsync(id, """{"rating":9}""");
        var before = await app.RowsAsync();

        var report = await caller.ApplyAsync(plan.Movies);

        Assert.Equal((null, 0), (report.Set, report.Written));
        var conflict = Assert.Single(report.Conflicts);
        Assert.Equal((id, "Курьер", "rating", 6, 9), (
            conflict.MovieId, conflict.Title, conflict.Field, conflict.Planned!.Value.GetInt32(), conflict.Found!.Value.GetInt32()));
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task An_edit_of_what_the_plan_does_not_touch_stops_nothing()
    {
        var caller = await app.EmptyAsync();
        var known = Uploads.Of("Курьер", 1986) with { Rating = 6 };
        var id = await caller.AddAsync(known);
        var plan = await caller.PlanAsync(known with { Rating = 7 });
        await caller.EditAsync(id, """{"description":"Иван Мирошников"}""");

        var report = await caller.ApplyAsync(plan.Movies);

        Assert.Equal(1, report.Written);
        Assert.Equal((7, "Иван Мирошников"), ((await caller.GetAsync(id)).Rating, (await caller.GetAsync(id)).Description));
    }

    [Fact]
    public async Task A_film_that_has_come_since_is_not_made_again()
    {
        var caller = await app.EmptyAsync();
        var plan = await caller.PlanAsync(Uploads.Of("Сталкер", 1979));
        var id = await caller.AddAsync(Uploads.Of("Сталкер", 1979, "archive"));

        var report = await caller.ApplyAsync(plan.Movies);

        Assert.Equal($"is in the catalogue by now: film {id} \"Сталкер\"", Assert.Single(report.Conflicts).Reason);
        Assert.Single((await caller.GetAsync(id)).Videos);
    }

    [Fact]
    public async Task A_film_merged_into_another_since_is_named_with_it()
    {
        var caller = await app.EmptyAsync();
        var known = Uploads.Of("Курьер", 1986) with { Rating = 6 };
        var id = await caller.AddAsync(known);
        var other = await caller.AddAsync(Uploads.Of("Посыльный", 1986));
        var plan = await caller.PlanAsync(known with { Rating = 7 });
        await caller.MergeAsync(id, other);

        var report = await caller.ApplyAsync(plan.Movies);

        Assert.Contains($"film {other}", Assert.Single(report.Conflicts).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_excluded_since_stops_it()
    {
        var caller = await app.EmptyAsync();
        var plan = await caller.PlanAsync(Uploads.Of("Сталкер", 1979));
        await caller.ExcludeAsync("""{"kind":"title","value":"Сталкер*","reason":"asked by the studio"}""");

        var report = await caller.ApplyAsync(plan.Movies);

        Assert.Contains("asked by the studio", Assert.Single(report.Conflicts).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_applied_twice_finds_everything_so()
    {
        var caller = await app.EmptyAsync();
        var known = Uploads.Of("Курьер", 1986) with { Rating = 6 };
        await caller.AddAsync(known);
        var plan = await caller.PlanAsync(Uploads.Of("Сталкер", 1979), known with { Rating = 7 });
        await caller.ApplyAsync(plan.Movies);
        var before = await app.RowsAsync();

        var report = await caller.ApplyAsync(plan.Movies);

        Assert.Equal((null, 0, 2, 0), (report.Set, report.Written, report.AlreadySo, report.Conflicts.Count));
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task Of_two_that_apply_a_plan_at_the_same_time_one_writes()
    {
        var caller = await app.EmptyAsync();
        var plan = await caller.PlanAsync([.. Enumerable.Range(0, 50).Select(number => Uploads.Of($"Фильм {number}", 2000))]);

        var reports = await Task.WhenAll(caller.ApplyAsync(plan.Movies), caller.ApplyAsync(plan.Movies));

        Assert.Equal([0, 50], reports.Select(report => report.Written).Order());
        Assert.Equal([0, 50], reports.Select(report => report.AlreadySo).Order());
        Assert.Equal(50, (await caller.ListAsync("")).Total);
    }

    [Fact]
    public async Task Films_left_out_of_a_plan_stay_out()
    {
        var caller = await app.EmptyAsync();
        var plan = await caller.PlanAsync(Uploads.Of("Сталкер", 1979), Uploads.Of("Вий", 1967), Uploads.Of("Сталкер", 1979, "archive"));

        var report = await caller.ApplyAsync([.. plan.Movies.Where(film => film.Title != "Сталкер")]);

        Assert.Equal(1, report.Written);
        Assert.Equal(["Вий"], await caller.TitlesAsync(""));
    }

    [Fact]
    public async Task A_change_taken_out_of_a_film_is_missed()
    {
        var caller = await app.EmptyAsync();
        var known = Uploads.Of("Курьер", 1986) with { Rating = 6 };
        await caller.AddAsync(known);
        var plan = await caller.PlanAsync(known with { Rating = 7 });
        var trimmed = plan.Movies[0] with { Changes = [.. plan.Movies[0].Changes.Where(change => change.Field != "rating")] };

        var report = await caller.ApplyAsync([trimmed]);

        var conflict = Assert.Single(report.Conflicts);
        Assert.Equal(("rating", "would change too, which the plan does not say"), (conflict.Field, conflict.Reason));
    }

    [Fact]
    public async Task A_dry_run_tells_whether_the_plan_holds_and_writes_nothing()
    {
        var caller = await app.EmptyAsync();
        var plan = await caller.PlanAsync(Uploads.Of("Сталкер", 1979));
        var before = await app.RowsAsync();

        var report = await caller.ApplyAsync(plan.Movies, dryRun: true);

        Assert.Equal((null, 1, true), (report.Set, report.Written, report.DryRun));
        Assert.Equal(before, await app.RowsAsync());
    }

    [Fact]
    public async Task An_undo_takes_an_applied_plan_back()
    {
        var caller = await app.EmptyAsync();
        var known = Uploads.Of("Курьер", 1986) with { Rating = 6 };
        var id = await caller.AddAsync(known);
        await caller.ApplyAsync((await caller.PlanAsync(Uploads.Of("Сталкер", 1979), known with { Rating = 7 })).Movies);

        var undo = await caller.UndoAsync("last");

        Assert.Empty(undo.Conflicts);
        Assert.Equal(6, (await caller.GetAsync(id)).Rating);
        Assert.Equal(["Курьер"], await caller.TitlesAsync(""));
    }

    [Fact]
    public async Task A_damaged_film_is_named_by_its_place()
    {
        var caller = await app.EmptyAsync();
        var plan = await caller.PlanAsync(Uploads.Of("Сталкер", 1979));
        var damaged = JsonSerializer.Serialize(
            [plan.Movies[0] with { Uploads = [plan.Movies[0].Uploads[0] with { Year = 1700 }] }, plan.Movies[0]],
            MetadataJson.Default.IReadOnlyListPlannedMovie).Replace("\"title\":", "\"tilte\":", StringComparison.Ordinal);

        var (status, wrongShape) = await caller.RefusedAsync(HttpMethod.Put, "movies/plan", damaged);
        var (_, wrongValue) = await caller.RefusedAsync(
            HttpMethod.Put, "movies/plan", damaged.Replace("\"tilte\":", "\"title\":", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.BadRequest, "[0] [1]"), (status, Caller.ErrorNames(wrongShape)));
        Assert.Equal("[0].uploads[0]", Caller.ErrorNames(wrongValue));
    }

    public sealed class OnSqlite(SqliteApp app) : ApplyPlanTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ApplyPlanTests(app), IClassFixture<PostgresApp>;
}
