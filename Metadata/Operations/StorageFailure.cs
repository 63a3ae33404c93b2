using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Metadata.Operations;

/// <summary>A failure of the database, as the caller is told of it.</summary>
/// <param name="Name">Ends the problem's type; stays the same in every version.</param>
/// <param name="Status">507: an operator must make space. 503: worth repeating soon. 500: an operator must repair.</param>
internal sealed record StorageFailure(string Name, int Status, string Detail)
{
    public const string TypePrefix = "urn:onlinecinema:problem:";
    public const string Full = "storage_full";
    public const string Failed = "storage_failed";

    private const string Unchanged = "Nothing of this request was written.";
    private const string Unknown = "Repeat the request; a batch under its own Idempotency-Key is never written twice.";

    private static readonly StorageFailure DiskFull = new(Full, StatusCodes.Status507InsufficientStorage,
        $"The disk of the catalogue is full. {Unchanged} Reading goes on, and writing as soon as there is space.");

    private static readonly StorageFailure Unreachable = new(Failed, StatusCodes.Status503ServiceUnavailable,
        $"The database of the catalogue cannot be reached at present. {Unknown}");

    private static readonly StorageFailure Unwritable = new(Failed, StatusCodes.Status503ServiceUnavailable,
        $"The disk of the catalogue reported an error. {Unknown}");

    private static readonly StorageFailure Busy = new(Failed, StatusCodes.Status503ServiceUnavailable,
        $"The catalogue is busy. {Unchanged} Repeat the request.");

    private static readonly StorageFailure Damaged = new(Failed, StatusCodes.Status500InternalServerError,
        "The database of the catalogue is damaged or may not be written. The operator has to repair it: the log says what.");

    public string Type => TypePrefix + Name;

    /// <summary>Null when the failure is not the storage's: then it is a mistake of this service.</summary>
    public static StorageFailure? Of(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            var known = cause switch
            {
                SqliteException sqlite => Of(sqlite),
                PostgresException refused => Of(refused.SqlState),
                NpgsqlException or TimeoutException => Unreachable,
                _ => null,
            };
            if (known is not null)
            {
                return known;
            }
        }

        return null;
    }

    private static StorageFailure? Of(SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => DiskFull,
        // The memory shared by the connections is a file too, and growing it is all that can fail so.
        _ when failure.SqliteExtendedErrorCode == raw.SQLITE_IOERR_SHMSIZE => DiskFull,
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_NOMEM => Unwritable,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Busy,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_READONLY => Damaged,
        _ => null,
    };

    private static StorageFailure? Of(string sqlState) => sqlState switch
    {
        PostgresErrorCodes.DiskFull => DiskFull,
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.LockNotAvailable => Busy,
        PostgresErrorCodes.IoError or PostgresErrorCodes.ReadOnlySqlTransaction => Unwritable,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => Damaged,
        _ => Class(sqlState) switch
        {
            // Connection, resources, operator intervention.
            "08" or "53" or "57" => Unreachable,
            _ => null,
        },
    };

    private static string Class(string sqlState) => sqlState[..2];
}
