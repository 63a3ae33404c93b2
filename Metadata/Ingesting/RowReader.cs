namespace Metadata.Ingesting;

/// <summary>Gives a row's values one after another, in the order of its columns.</summary>
internal abstract class RowReader
{
    public abstract int? IntOrNull();

    public abstract long Long();

    public abstract double? RealOrNull();

    public abstract bool Flag();

    public abstract string? TextOrNull();

    public abstract DateTimeOffset? TimeOrNull();

    /// <exception cref="InvalidDataException">A column that is never null is.</exception>
    public int Int() => IntOrNull() ?? throw Missing();

    /// <exception cref="InvalidDataException">A column that is never null is.</exception>
    public string Text() => TextOrNull() ?? throw Missing();

    /// <exception cref="InvalidDataException">A column that is never null is.</exception>
    public DateTimeOffset Time() => TimeOrNull() ?? throw Missing();

    private static InvalidDataException Missing() =>
        new("The database holds NULL where the catalogue's schema allows none. Run the database's integrity check and "
            + "restore a backup.");
}
