namespace Journey.Tests.Processes;

/// <summary>Where the built services lie in this checkout: the same files that `make up` starts.</summary>
internal static class Checkout
{
    private static readonly string Root = FindRoot();

    /// <summary>The published program of a service.</summary>
    public static string Program(string service)
    {
        var path = Path.Combine(Root, "artifacts", "publish", service, "release", $"{service}.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException(
            $"{path} is missing. The journey walks through published services: "
            + "dotnet publish .ci/services.slnf -c Release (make test does so by itself).");
    }

    /// <summary>The published Gateway, with the site in it.</summary>
    public static string Gateway()
    {
        var program = Program("Gateway");
        var site = Path.Combine(Path.GetDirectoryName(program)!, "wwwroot", "index.html");
        return File.Exists(site) ? program : throw new FileNotFoundException(
            $"{site} is missing: the site was not built before the Gateway was published. "
            + "Run .ci/site, then dotnet publish .ci/services.slnf -c Release (make test does both by itself).");
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
            $"No OnlineCinema.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
