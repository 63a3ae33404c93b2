using Metadata.Operations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SQLitePCL;

namespace Metadata.Tests.Operations;

public sealed class StorageFailureTests
{
    [Theory]
    [InlineData(raw.SQLITE_FULL, raw.SQLITE_FULL, 507, StorageFailure.Full)]
    [InlineData(raw.SQLITE_IOERR, raw.SQLITE_IOERR_SHMSIZE, 507, StorageFailure.Full)]
    [InlineData(raw.SQLITE_IOERR, raw.SQLITE_IOERR_FSYNC, 503, StorageFailure.Failed)]
    [InlineData(raw.SQLITE_IOERR, raw.SQLITE_IOERR_WRITE, 503, StorageFailure.Failed)]
    [InlineData(raw.SQLITE_CANTOPEN, raw.SQLITE_CANTOPEN, 503, StorageFailure.Failed)]
    [InlineData(raw.SQLITE_BUSY, raw.SQLITE_BUSY_SNAPSHOT, 503, StorageFailure.Failed)]
    [InlineData(raw.SQLITE_CORRUPT, raw.SQLITE_CORRUPT_VTAB, 500, StorageFailure.Failed)]
    [InlineData(raw.SQLITE_READONLY, raw.SQLITE_READONLY_DBMOVED, 500, StorageFailure.Failed)]
    public void A_failure_of_sqlite_has_a_status_and_a_name(int code, int extendedCode, int status, string name)
    {
        var failure = StorageFailure.Of(new DbUpdateException("save", new SqliteException("failed", code, extendedCode)));

        Assert.Equal((status, name), (failure?.Status, failure?.Name));
    }

    [Theory]
    [InlineData(PostgresErrorCodes.DiskFull, 507, StorageFailure.Full)]
    [InlineData(PostgresErrorCodes.OutOfMemory, 503, StorageFailure.Failed)]
    [InlineData(PostgresErrorCodes.TooManyConnections, 503, StorageFailure.Failed)]
    [InlineData(PostgresErrorCodes.AdminShutdown, 503, StorageFailure.Failed)]
    [InlineData(PostgresErrorCodes.CrashShutdown, 503, StorageFailure.Failed)]
    [InlineData(PostgresErrorCodes.CannotConnectNow, 503, StorageFailure.Failed)]
    [InlineData(PostgresErrorCodes.ConnectionFailure, 503, StorageFailure.Failed)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, 503, StorageFailure.Failed)]
    [InlineData(PostgresErrorCodes.IoError, 503, StorageFailure.Failed)]
    [InlineData(PostgresErrorCodes.DataCorrupted, 500, StorageFailure.Failed)]
    public void A_failure_of_postgres_has_a_status_and_a_name(string state, int status, string name)
    {
        var failure = StorageFailure.Of(new InvalidOperationException("transient", new PostgresException("failed", "ERROR", "ERROR", state)));

        Assert.Equal((status, name), (failure?.Status, failure?.Name));
    }

    [Fact]
    public void A_lost_connection_is_worth_repeating()
    {
        var failure = StorageFailure.Of(new NpgsqlException("broken", new IOException("reset")));

        Assert.Equal((503, StorageFailure.Failed), (failure?.Status, failure?.Name));
    }

    public static TheoryData<Exception> Mistakes => new(
        new SqliteException("no such table", raw.SQLITE_ERROR, raw.SQLITE_ERROR),
        new SqliteException("unique", raw.SQLITE_CONSTRAINT, raw.SQLITE_CONSTRAINT_UNIQUE),
        new PostgresException("no such table", "ERROR", "ERROR", PostgresErrorCodes.UndefinedTable),
        new InvalidOperationException("ours"));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_of_the_service_is_no_failure_of_storage(Exception mistake) => Assert.Null(StorageFailure.Of(mistake));
}
