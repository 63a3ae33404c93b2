using System.Net.Http.Headers;
using Hosts;
using Metadata.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests;

/// <summary>The service in this process, with a database and a data directory of its own.</summary>
public abstract class MetadataApp(string connectionString) : WebApplicationFactory<Program>
{
    public const string Key = "0123456789abcdefghijklmnopqrstuv";

    private readonly string _directory = Directory.CreateTempSubdirectory("onlinecinema-metadata-").FullName;

    /// <summary>Further configuration, to be set before the first request.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    public string ConnectionString { get; } = connectionString;

    public string DataDirectory => _directory;

    /// <summary>An empty catalogue, and a caller who may write.</summary>
    internal async Task<Caller> EmptyAsync()
    {
        var catalogue = Services.GetRequiredService<Catalogue>();
        await catalogue.ChangeAsync(
            new ChangeNote("test", "empty"),
            async (change, token) =>
            {
                var db = change.Db;
                await db.Receipts.ExecuteDeleteAsync(token);
                await db.MatchKeys.ExecuteDeleteAsync(token);
                await db.Reviews.ExecuteDeleteAsync(token);
                await db.Exclusions.ExecuteDeleteAsync(token);
                await db.JournalChanges.ExecuteDeleteAsync(token);
                await db.JournalSets.ExecuteDeleteAsync(token);
                await db.Problems.ExecuteDeleteAsync(token);
                await db.Asked.ExecuteDeleteAsync(token);
                await db.Leases.ExecuteDeleteAsync(token);
                await db.Movies.ExecuteDeleteAsync(token);
                (await db.State.SingleAsync(token)).Generation++;
                change.HasWritten = true;
                return 0;
            },
            CancellationToken.None);
        return Caller();
    }

    internal Caller Caller()
    {
        var http = CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return new Caller(http);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Movies", ConnectionString);
        builder.UseSetting("DataDirectory", _directory);
        builder.UseSetting("Metadata:ApiKey", Key);
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }
}

public sealed class SqliteApp() : MetadataApp("");

public sealed class PostgresApp() : MetadataApp(PostgresServer.Shared.CreateDatabase());
