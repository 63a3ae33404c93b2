using System.Numerics;

namespace Metadata.Indexing;

/// <summary>An operation on sets, many ids at a time.</summary>
internal interface IWordOperation
{
    static abstract Vector<ulong> Apply(Vector<ulong> mine, Vector<ulong> theirs);
}

internal readonly struct AndOperation : IWordOperation
{
    public static Vector<ulong> Apply(Vector<ulong> mine, Vector<ulong> theirs) => mine & theirs;
}

internal readonly struct AndNotOperation : IWordOperation
{
    public static Vector<ulong> Apply(Vector<ulong> mine, Vector<ulong> theirs) => Vector.AndNot(mine, theirs);
}

internal readonly struct OrOperation : IWordOperation
{
    public static Vector<ulong> Apply(Vector<ulong> mine, Vector<ulong> theirs) => mine | theirs;
}
