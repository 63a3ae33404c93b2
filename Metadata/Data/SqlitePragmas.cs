using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Metadata.Data;

/// <summary>Sets what SQLite forgets between connections. With synchronous FULL an answered write survives a power
/// cut; with NORMAL in WAL mode it does not. Sorting in memory, so that a full directory for temporary files fails no
/// read. The log may grow to 32 MB before it is written back, for every batch changes most pages of the index again.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
