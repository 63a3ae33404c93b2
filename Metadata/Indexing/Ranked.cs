using System.Runtime.InteropServices;

namespace Metadata.Indexing;

/// <summary>A film and what decides on its place, the lowest first.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Ranked(ulong First, ulong Second, int Id) : IComparable<Ranked>
{
    public int CompareTo(Ranked other)
    {
        var order = First.CompareTo(other.First);
        order = order == 0 ? Second.CompareTo(other.Second) : order;
        return order == 0 ? Id.CompareTo(other.Id) : order;
    }

    public static bool operator <(Ranked one, Ranked other) => one.CompareTo(other) < 0;

    public static bool operator >(Ranked one, Ranked other) => one.CompareTo(other) > 0;

    public static bool operator <=(Ranked one, Ranked other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Ranked one, Ranked other) => one.CompareTo(other) >= 0;
}
