using Faults.Rig;
using Hosts;
using Metadata.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Faults.Damage;

/// <summary>A9: a damaged or foreign file is refused with its name, and never taken for a new catalogue.</summary>
public sealed class DamagedFileTests(ITestOutputHelper output) : IDisposable
{
    private const int Damages = 1_000;
    private const int Films = 150;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("onlinecinema-damage-");

    private string MoviesFile => Path.Combine(_directory.FullName, "movies.db");

    [Fact]
    public async Task Random_damage_is_refused_by_name_or_harms_no_film()
    {
        var sound = await SoundFileAsync();
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var refused = 0;
        for (var round = 0; round < Rounds.Of(Damages); round++)
        {
            var (damage, bytes) = DamagedFile.Of(sound, random);
            Begin(bytes);
            var context = $"seed {seed}, round {round}: {damage}";
            if (await RefusalAsync() is { } refusal)
            {
                refused++;
                Assert.True(refusal.Message.Contains(MoviesFile, StringComparison.Ordinal), context);
                Assert.True(File.ReadAllBytes(MoviesFile).AsSpan().SequenceEqual(bytes), $"{context}: the file was changed");
            }
            else
            {
                // SQLite keeps no sums over its pages: a changed value shows, loudly, to whoever reads it.
                Assert.True(await CountAsync() is null or Films, context);
            }
        }

        output.WriteLine($"seed {seed}: {refused} of {Rounds.Of(Damages)} refused");
        Assert.NotEqual(0, refused);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(4096)]
    public async Task The_service_ends_with_an_explanation_at_a_file_cut_short(int length)
    {
        await using var installation = new Installation();
        await File.WriteAllBytesAsync(installation.MoviesFile, (await SoundFileAsync())[..length]);

        var code = await installation.Launch().EndAsync();

        Assert.Equal(1, code);
        Assert.Contains(installation.MoviesFile, installation.Process.Output, StringComparison.Ordinal);
        Assert.Contains("Restore a backup", installation.Process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", installation.Process.Output, StringComparison.Ordinal);
        Assert.Equal(length, new FileInfo(installation.MoviesFile).Length);
    }

    [Fact]
    public async Task A_column_renamed_by_damage_is_missed_at_the_start()
    {
        await using var installation = new Installation();
        var bytes = await SoundFileAsync();
        bytes[bytes.AsSpan().IndexOf("\"ExternalId\" TEXT"u8) + 1] = (byte)'e' + 1;
        await File.WriteAllBytesAsync(installation.MoviesFile, bytes);

        Assert.Equal(1, await installation.Launch().EndAsync());
        Assert.Contains("ExternalId", installation.Process.Output, StringComparison.Ordinal);
        Assert.Contains("Restore a backup", installation.Process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_of_another_program_is_left_alone()
    {
        await using var installation = new Installation();
        await using (var other = new SqliteConnection($"Data Source={installation.MoviesFile};Pooling=False"))
        {
            other.Open();
            await using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE Accounts (Id INTEGER); INSERT INTO Accounts VALUES (1)";
            command.ExecuteNonQuery();
        }

        var before = await File.ReadAllBytesAsync(installation.MoviesFile);

        Assert.Equal(1, await installation.Launch().EndAsync());
        Assert.Contains("not a catalogue", installation.Process.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(installation.MoviesFile));
    }

    [Fact]
    public async Task A_missing_file_with_its_log_left_behind_is_no_new_catalogue()
    {
        await using var installation = new Installation();
        await File.WriteAllTextAsync($"{installation.MoviesFile}-wal", "writes");

        Assert.Equal(1, await installation.Launch().EndAsync());
        Assert.False(File.Exists(installation.MoviesFile));
    }

    [Fact]
    public async Task Control_without_the_check_an_emptied_file_becomes_an_empty_catalogue()
    {
        Begin([]);
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoviesDb>();

        await db.Database.MigrateAsync();

        Assert.Equal(0, await db.Movies.CountAsync());
        SqliteConnection.ClearAllPools();
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private static async Task<byte[]> SoundFileAsync()
    {
        await using var installation = new Installation();
        await installation.StartAsync();
        for (var number = 0; number < Films / 50; number++)
        {
            Assert.Equal(200, (await installation.Api.PutAsync(Batch.Of("sound", number)))?.Status);
        }

        // An orderly end leaves all in one file.
        await installation.Process.SignalAsync("TERM");
        await installation.Process.EndAsync();
        Assert.False(File.Exists($"{installation.MoviesFile}-wal"));
        return await File.ReadAllBytesAsync(installation.MoviesFile);
    }

    private void Begin(byte[] bytes)
    {
        foreach (var file in _directory.GetFiles())
        {
            file.Delete();
        }

        File.WriteAllBytes(MoviesFile, bytes);
    }

    // Any other failure than the service's own refusal is a crash, and fails the test.
    private async Task<UnusableCatalogueException?> RefusalAsync()
    {
        await using var services = Services();
        try
        {
            await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
            return null;
        }
        catch (UnusableCatalogueException refusal)
        {
            return refusal;
        }
    }

    // Null when they cannot be read.
    private async Task<int?> CountAsync()
    {
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoviesDb>();
        var count = 0;
        var failure = await Record.ExceptionAsync(async () => count = (await db.Movies.AsNoTracking().ToListAsync()).Count);
        SqliteConnection.ClearAllPools();
        return failure is null ? count : null;
    }

    private ServiceProvider Services() => Database.Of("", _directory.FullName);
}
