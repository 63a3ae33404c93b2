namespace Metadata.Ingesting;

/// <summary>Takes a row's values one after another, in the order of its columns.</summary>
internal abstract class RowWriter
{
    public abstract void Int(int? value);

    public abstract void Long(long? value);

    public abstract void Real(double? value);

    public abstract void Flag(bool value);

    public abstract void Text(string? value);

    public abstract void Time(DateTimeOffset? value);
}
