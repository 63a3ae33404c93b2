namespace Metadata.Matching;

/// <summary>Finds the film of records without a year: the only one of their title that they can be, when length or
/// director confirm it. Repeats as long as films gain by it, each time judging by the films as they were before.</summary>
internal sealed class UndatedFilms(
    FilmCluster[] clusters, DisjointSets sets, Func<int, int, int, bool> tryJoin)
{
    /// <param name="open">Pairs of one title of which one has no year.</param>
    public void Join(IReadOnlyList<MatchEdge> open)
    {
        if (open.Count == 0)
        {
            return;
        }

        while (JoinDated(open))
        {
        }

        JoinUndated(open);
    }

    private bool JoinDated(IReadOnlyList<MatchEdge> open)
    {
        var wanted = new List<(int Undated, int Dated)>();
        foreach (var candidates in Rooted(open).Where(pair => !IsDated(pair.One) || !IsDated(pair.Other))
            .Select(pair => IsDated(pair.One) ? (Undated: pair.Other, Dated: pair.One) : (Undated: pair.One, Dated: pair.Other))
            .Where(pair => IsDated(pair.Dated)).GroupBy(pair => pair.Undated, pair => pair.Dated))
        {
            var possible = candidates.Select(dated => (Dated: dated, Evidence: FilmEvidence.Of(clusters[candidates.Key], clusters[dated])))
                .Where(candidate => !candidate.Evidence.Contradicts).ToList();
            var known = possible.Where(candidate => candidate.Evidence.People == Agreement.Shared).ToList();
            var one = possible.Count == 1 && possible[0].Evidence.Supports ? possible : known.Count == 1 ? known : [];
            wanted.AddRange(one.Select(candidate => (candidates.Key, candidate.Dated)));
        }

        var isJoined = false;
        foreach (var (undated, dated) in wanted)
        {
            isJoined |= tryJoin(undated, dated, 1);
        }

        return isJoined;
    }

    private void JoinUndated(IReadOnlyList<MatchEdge> open)
    {
        var pairs = Rooted(open).Where(pair => !IsDated(pair.One) && !IsDated(pair.Other))
            .Select(pair => (pair.One, pair.Other, Evidence: FilmEvidence.Of(clusters[pair.One], clusters[pair.Other])))
            .Where(pair => pair.Evidence.Supports)
            .OrderByDescending(pair => pair.Evidence.People).ThenByDescending(pair => pair.Evidence.Length)
            .ThenBy(pair => pair.One).ThenBy(pair => pair.Other).ToList();
        foreach (var pair in pairs)
        {
            var (one, other) = (clusters[sets.Find(pair.One)], clusters[sets.Find(pair.Other)]);
            if (!FilmEvidence.Of(one, other).Contradicts)
            {
                tryJoin(pair.One, pair.Other, 1);
            }
        }
    }

    private List<(int One, int Other)> Rooted(IReadOnlyList<MatchEdge> open) =>
        [.. open.Select(edge => (sets.Find(edge.One), sets.Find(edge.Other))).Where(pair => pair.Item1 != pair.Item2)
            .Select(pair => (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2))).Distinct().Order()];

    private bool IsDated(int cluster) => clusters[cluster].FirstYear is not null;
}
