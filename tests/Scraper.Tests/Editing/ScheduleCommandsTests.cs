using Microsoft.EntityFrameworkCore;
using Scraper.Journal;
using Scraper.Scheduling;
using Scraper.Sources;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Editing;

public sealed class ScheduleCommandsTests
{
    private static readonly ScriptedSource Source = new();

    private static CommandLine Cli() => new(Source)
    {
        Options = new SourceOptions { Targets = ["list:a"], Cron = "0 0 3 * * ?" },
    };

    [Fact]
    public async Task A_paused_job_is_shown_so_until_it_is_resumed()
    {
        using var cli = Cli();
        var paused = await cli.RunAsync("schedule", "pause", "scripted");
        var list = await cli.RunAsync("schedule", "list");
        var resumed = await cli.RunAsync("schedule", "resume", "scripted");
        var again = await cli.RunAsync("schedule", "list", "--json");

        Assert.Equal((0, 0), (paused.Code, resumed.Code));
        Assert.Contains("scripted 0 0 3 * * ? paused\n", list.Table, StringComparison.Ordinal);
        var item = again.Json().GetProperty("sources")[0];
        Assert.Equal((false, true), (item.GetProperty("paused").GetBoolean(), item.TryGetProperty("nextAt", out _)));
    }

    [Fact]
    public async Task An_order_says_when_nobody_is_there_to_obey_it()
    {
        using var cli = Cli();

        var result = await cli.RunAsync("schedule", "run", "scripted");

        Assert.Equal(
            (0, "Ordered, but no \"scraper serve\" is running: scripted is run as soon as one is started.\n"),
            (result.Code, result.Out));
    }

    [Fact]
    public async Task An_order_says_when_a_service_is_running()
    {
        using var cli = Cli();
        await using var service = await ScraperParts.CreateAsync(Source, directory: cli.Directory);
        await using var presence = await service.Get<Leases>().TryTakeAsync(ServicePresence.Lease, CancellationToken.None);

        var result = await cli.RunAsync("schedule", "run", "scripted");

        Assert.Equal("Ordered: the service is running and begins with scripted within seconds.\n", result.Out);
        await using var db = service.OpenJournal();
        Assert.Equal("scripted", (await db.Orders.SingleAsync()).Source);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("pause")]
    [InlineData("resume")]
    public async Task A_source_that_the_service_does_not_run_is_named_with_the_remedy(string command)
    {
        using var cli = new CommandLine(Source);

        var result = await cli.RunAsync("schedule", command, "scripted");

        Assert.Equal(1, result.Code);
        Assert.Contains("Set Sources:scripted:Enabled and Sources:scripted:Targets:0", result.Error, StringComparison.Ordinal);
    }
}
