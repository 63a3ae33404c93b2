using System.Runtime.InteropServices;

namespace Metadata.Indexing;

/// <summary>A place in a list: what a film was sorted by, whatever became of the film since.</summary>
/// <param name="IsKnown">Whether the film had a value.</param>
/// <param name="Number">Compares as the value does.</param>
/// <param name="Tail">Decides between equal numbers.</param>
/// <param name="Id">Decides between equal values, rising.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SortPoint(bool IsKnown, ulong Number, ReadOnlyMemory<byte> Tail, int Id);
