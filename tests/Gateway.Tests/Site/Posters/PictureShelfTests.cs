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

    /// <summary>A set of one PNG, 40 wide, that takes so many bytes.</summary>
    private static PictureSet Png(int bytes) => Set("0123456789abcdef", "#c85028", (SmallPictures.Width, bytes));

    private static PictureSet Set(string version, string? color, params (int Width, int Bytes)[] pictures) => new(
        version, color,
        [.. pictures.Select(one => new SizedPicture(
            one.Width, Picture.Read([.. SmallPictures.Png, .. new byte[one.Bytes - SmallPictures.Png.Length]])!))]);

    private FileInfo[] Files() => new DirectoryInfo(Path.Combine(_folder, "posters")).GetFiles();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_kept_is_found_also_after_a_restart()
    {
        Shelf().Keep(Address(1), Png(500));

        var found = await Shelf().FindAsync(Address(1), 320, CancellationToken.None);

        Assert.Equal(500, found?.Bytes.Length);
        Assert.Equal("image/png", found?.Type.ContentType);
    }

    [Theory]
    [InlineData(100, 501)]
    [InlineData(320, 501)]
    [InlineData(321, 502)]
    [InlineData(1280, 503)]
    [InlineData(4000, 503)]
    public async Task The_narrowest_that_is_wide_enough_is_given_also_after_a_restart(int wanted, int bytes)
    {
        Shelf().Keep(Address(1), Set("00112233445566ff", null, (320, 501), (640, 502), (1280, 503)));

        var found = await Shelf().FindAsync(Address(1), wanted, CancellationToken.None);

        Assert.Equal(bytes, found?.Bytes.Length);
    }

    [Theory]
    [InlineData("#c85028")]
    [InlineData(null)]
    public void Version_and_colour_are_known_also_after_a_restart(string? color)
    {
        Shelf().Keep(Address(1), Set("00112233445566ff", color, (320, 500)));

        var known = Shelf().Look(Address(1));

        Assert.Equal(("00112233445566ff", color), (known?.Version, known?.Color));
        Assert.Null(Shelf().Look(Address(2)));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_forgotten()
    {
        var shelf = Shelf();
        shelf.Keep(Address(1), Png(500));
        Assert.Single(Files()).Delete();

        Assert.Null(await shelf.FindAsync(Address(1), 320, CancellationToken.None));
        Assert.Null(shelf.Look(Address(1)));
    }

    [Fact]
    public async Task Files_of_others_in_its_folder_are_left_out()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "posters"));
        foreach (var name in new[] { "0123456789abcdef0123456789abcdef.jpg", "notes.txt", "x-y-none-1.png" })
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, "posters", name), "not ours");
        }

        var shelf = Shelf();
        shelf.Keep(Address(1), Png(500));

        Assert.NotNull(await shelf.FindAsync(Address(1), 320, CancellationToken.None));
    }

    [Fact]
    public async Task Another_address_finds_nothing()
    {
        Shelf().Keep(Address(1), Png(500));

        Assert.Null(await Shelf().FindAsync(Address(2), 320, CancellationToken.None));
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

        Assert.Null(await shelf.FindAsync(Address(0), 320, CancellationToken.None));
        Assert.NotNull(await shelf.FindAsync(Address(59), 320, CancellationToken.None));
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_costs_no_more_than_the_copy()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");
        var shelf = Shelf(data: file);

        shelf.Keep(Address(1), Png(500));

        Assert.Null(await shelf.FindAsync(Address(1), 320, CancellationToken.None));
    }
}
