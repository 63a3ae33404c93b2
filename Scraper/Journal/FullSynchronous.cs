using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Scraper.Journal;

/// <summary>Makes each SQLite commit reach the disk; with less, a power cut takes acknowledged pages back.</summary>
internal sealed class FullSynchronous : DbConnectionInterceptor
{
    private const string Pragma = "PRAGMA synchronous = FULL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = Pragma;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
