using System.Runtime.InteropServices;

namespace Metadata.Searching;

/// <summary>One way to understand a query.</summary>
/// <param name="Penalty">Added to each film's score.</param>
/// <param name="MaxCost">Films whose words cost more are left out.</param>
/// <param name="Years">The years a film must be from.</param>
/// <param name="Worst">Films that fit worse are left out.</param>
internal sealed record Reading(
    IReadOnlyList<QueryTerm> Terms,
    int Penalty = 0,
    int MaxCost = int.MaxValue,
    YearRange? Years = null,
    Band Worst = Band.Mixed)
{
    public bool Allows(int year) => Years is not { } years || (year >= years.From && year <= years.To);
}

/// <summary>Years from the first to the last.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct YearRange(int From, int To);
