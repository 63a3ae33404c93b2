namespace Scraper.Tests.Editing.Upkeep;

public sealed class BackupAndRestoreTests
{
    [Fact]
    public async Task A_backup_is_written_as_sent_and_restored_as_written()
    {
        await using var metadata = await StubCatalogue.StartAsync();
        metadata.Backup = [0x1f, 0x8b, .. Enumerable.Range(0, 500_000).Select(number => (byte)number)];
        using var cli = new CommandLine(metadata: metadata.Host.BaseUrl);

        var backup = await cli.RunAsync("backup", cli.File("catalogue.gz"));
        var restore = await cli.RunAsync("restore", cli.File("catalogue.gz"), "--reason", "new machine");

        Assert.Equal((0, 0), (backup.Code, restore.Code));
        Assert.Contains("0.5 MiB", backup.Out, StringComparison.Ordinal);
        Assert.Equal(metadata.Backup, metadata.Restored);
        Assert.Equal(("POST /api/v1/restore", "new machine"), (metadata.Writes[0].Line, metadata.Writes[0].Reason));
    }

    [Fact]
    public async Task A_backup_that_breaks_off_leaves_the_old_one()
    {
        await using var metadata = await StubCatalogue.StartAsync();
        metadata.BreaksOff = true;
        using var cli = new CommandLine(metadata: metadata.Host.BaseUrl);
        await File.WriteAllTextAsync(cli.File("catalogue.gz"), "old");

        var result = await cli.RunAsync("backup", cli.File("catalogue.gz"));

        Assert.Equal((1, "old"), (result.Code, await File.ReadAllTextAsync(cli.File("catalogue.gz"))));
        Assert.Single(Directory.GetFiles(cli.Directory, "catalogue.gz*"));
    }

    [Fact]
    public async Task A_catalogue_that_is_not_empty_is_replaced_only_when_that_is_said()
    {
        await using var metadata = await StubCatalogue.StartAsync(StubFilm.Of(7, "Зеркало", 1975));
        using var cli = new CommandLine(metadata: metadata.Host.BaseUrl);
        await File.WriteAllBytesAsync(cli.File("catalogue.gz"), metadata.Backup);

        var refused = await cli.RunAsync("restore", cli.File("catalogue.gz"));
        var restored = await cli.RunAsync("restore", cli.File("catalogue.gz"), "--replace");

        Assert.Equal((1, 0), (refused.Code, restored.Code));
        Assert.Contains("The catalogue is not empty. Nothing was changed. With --replace", refused.Error, StringComparison.Ordinal);
        Assert.Equal("POST /api/v1/restore?replace=true", metadata.Writes[1].Line);
    }

    [Fact]
    public async Task A_person_is_asked_before_the_catalogue_is_replaced()
    {
        await using var metadata = await StubCatalogue.StartAsync();
        using var cli = new CommandLine(metadata: metadata.Host.BaseUrl) { IsInteractive = true };
        await File.WriteAllBytesAsync(cli.File("catalogue.gz"), metadata.Backup);

        var result = await cli.RunAsync(["restore", cli.File("catalogue.gz"), "--replace"], input: "n");

        Assert.Equal((1, 0), (result.Code, metadata.Writes.Count));
    }

    [Theory]
    [InlineData("films.csv", "is no backup: it is not a gzip file.")]
    [InlineData("nowhere.gz", "cannot be read")]
    public async Task What_is_no_backup_is_not_sent(string name, string message)
    {
        await using var metadata = await StubCatalogue.StartAsync();
        using var cli = new CommandLine(metadata: metadata.Host.BaseUrl);
        await File.WriteAllTextAsync(cli.File("films.csv"), "id,title\n");

        var result = await cli.RunAsync("restore", cli.File(name));

        Assert.Equal((2, 0), (result.Code, metadata.Writes.Count));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }
}
