using Metadata.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Faults.Rig;

/// <summary>The service's own access to its database, without the service.</summary>
internal static class Database
{
    public static ServiceProvider Of(string connectionString, string dataDirectory)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:Movies"] = connectionString,
            ["DataDirectory"] = dataDirectory,
        }).Build();
        return new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddMoviesDatabase(configuration).BuildServiceProvider();
    }
}
