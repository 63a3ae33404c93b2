using Gateway.Site.Posters;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Site.Posters;

public sealed class PictureShelfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shelf-").FullName;

    private PictureShelf Shelf(long room = 100_000, string? data = null) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("DataDirectory", data ?? _folder)]).Build(),
        Options.Create(new PosterOptions { MaxShelfBytes = room }),
        NullLogger<PictureShelf>.Instance);

    private static Uri Address(int number) => new($"https://pictures.example/{number}.png");

    private static Picture Png(int size) => new(
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[size - 8]],
        PictureType.All.Single(type => type.Extension == ".png"));

    private FileInfo[] Files() => new DirectoryInfo(Path.Combine(_folder, "posters")).GetFiles();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_kept_is_found_also_after_a_restart()
    {
        Shelf().Keep(Address(1), Png(500));

        var found = await Shelf().FindAsync(Address(1), CancellationToken.None);

        Assert.Equal(500, found?.Bytes.Length);
        Assert.Equal("image/png", found?.Type.ContentType);
    }

    [Fact]
    public async Task Another_address_finds_nothing()
    {
        Shelf().Keep(Address(1), Png(500));

        Assert.Null(await Shelf().FindAsync(Address(2), CancellationToken.None));
    }

    [Fact]
    public async Task The_shelf_never_outgrows_its_room_and_the_oldest_go_first()
    {
        var shelf = Shelf(room: 10_000);
        for (var number = 0; number < 60; number++)
        {
            shelf.Keep(Address(number), Png(1000));
            Assert.True(Files().Sum(file => file.Length) <= 10_000);
            foreach (var file in Files())
            {
                file.LastWriteTimeUtc -= TimeSpan.FromMinutes(1);
            }
        }

        Assert.Null(await shelf.FindAsync(Address(0), CancellationToken.None));
        Assert.NotNull(await shelf.FindAsync(Address(59), CancellationToken.None));
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_costs_no_more_than_the_copy()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");
        var shelf = Shelf(data: file);

        shelf.Keep(Address(1), Png(500));

        Assert.Null(await shelf.FindAsync(Address(1), CancellationToken.None));
    }
}
