namespace Benchmarks.Processes;

/// <summary>Where things lie in and beside this checkout.</summary>
internal static class Checkout
{
    public static readonly string Root = FindRoot();

    /// <summary>Real lists of films; they lie beside the repository, not in it.</summary>
    public static readonly string SharedData = Path.Combine(Root, "..", "shared", "data");

    /// <summary>Where the films lie that the product ships.</summary>
    public static readonly string StarterFilms = Path.Combine(Root, "Scraper", "Starter");

    /// <summary>The published service, as an operator runs it.</summary>
    public static string Metadata() => Published("Metadata");

    public static string Gateway() => Published("Gateway");

    /// <summary>The published command line.</summary>
    public static string Scraper() => Published("Scraper");

    private static string Published(string project)
    {
        var program = Path.Combine(Root, "artifacts", "publish", project, "release", $"{project}.dll");
        return File.Exists(program) ? program : throw new FileNotFoundException(
            $"{program} is missing. Publish it: dotnet publish {project} -c Release (make bench does so by itself).");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OnlineCinema.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException(
            $"No OnlineCinema.sln above {AppContext.BaseDirectory}: run the benchmarks from a checkout.");
    }
}
