using Metadata.Client;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Metadata.Data;

/// <summary>Where the catalogue is kept: ConnectionStrings:Movies, or movies.db in the data directory.</summary>
/// <param name="ConnectionString">Complete, for the provider.</param>
/// <param name="IsPostgres">PostgreSQL when true, else SQLite.</param>
internal sealed record DatabaseAddress(string ConnectionString, bool IsPostgres)
{
    public const string Key = "ConnectionStrings:Movies";

    private const int PreparedStatements = 100;

    /// <exception cref="SettingException">The connection string is neither SQLite's nor PostgreSQL's.</exception>
    public static DatabaseAddress Read(IConfiguration configuration)
    {
        var configured = configuration[Key]?.Trim();
        if (string.IsNullOrEmpty(configured))
        {
            var path = Path.Combine(DataDirectory(configuration), "movies.db");
            return new DatabaseAddress(new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString, false);
        }

        try
        {
            return configured.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase)
                ? new DatabaseAddress(new SqliteConnectionStringBuilder(configured).ConnectionString, false)
                : new DatabaseAddress(Complete(new NpgsqlConnectionStringBuilder(configured)), true);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            // The value may hold a password, so the message shows only how it begins.
            throw new SettingException(
                $"{Key} begins with '{configured.Split('=', ';')[0]}' and cannot be read ({unreadable.Message}). Use "
                + "'Data Source=FILE' for SQLite, 'Host=…;Database=…;Username=…;Password=…' for PostgreSQL, "
                + "or leave it empty for SQLite in the data directory.", unreadable);
        }
    }

    public static string DataDirectory(IConfiguration configuration) =>
        configuration["DataDirectory"] is { Length: > 0 } configured ? configured : "data";

    /// <summary>What may be shown to an operator: no password.</summary>
    public override string ToString()
    {
        if (!IsPostgres)
        {
            return $"SQLite {Path.GetFullPath(File)}";
        }

        var server = new NpgsqlConnectionStringBuilder(ConnectionString);
        return $"PostgreSQL {server.Host}:{server.Port}, database {server.Database}";
    }

    /// <summary>SQLite's file.</summary>
    public string File => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    private static string Complete(NpgsqlConnectionStringBuilder server)
    {
        if (string.IsNullOrEmpty(server.Host))
        {
            throw new ArgumentException("it names no Host");
        }

        // Few statements, asked all the time: parsing and planning each one again took longer than carrying it out.
        if (!server.ShouldSerialize("Max Auto Prepare"))
        {
            server.MaxAutoPrepare = PreparedStatements;
        }

        return server.ConnectionString;
    }
}
