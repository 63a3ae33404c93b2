using System.Data.Common;

namespace Metadata.Data;

/// <summary>Brings the database to this version's schema before the service answers.</summary>
internal sealed class DatabaseMigrator(DatabaseAddress address, IMigration migration)
{
    /// <exception cref="UnusableCatalogueException">The database cannot be opened, is damaged or another program's, or a
    /// newer version has written it.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await migration.MigrateAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is DbException or IOException or UnauthorizedAccessException)
        {
            throw new UnusableCatalogueException(
                $"The catalogue in {address} cannot be opened or migrated ({failure.Message}). Check "
                + $"{DatabaseAddress.Key}, that the server runs and that this user may write there.", failure);
        }
    }
}

/// <summary>How one provider's database is migrated when several processes may start at once and be killed.</summary>
internal interface IMigration
{
    Task MigrateAsync(CancellationToken cancellationToken);
}
