using System.Text;

namespace Scraper.Sources.Sites.Definitions;

/// <summary>A mistake in a definition, in its place.</summary>
/// <param name="Line">From 1; like <paramref name="Column"/> as editors count.</param>
/// <param name="Path">Of the value, as $.list.rows.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record DefinitionProblem(string File, int Line, int Column, string Path, string Message)
{
    public override string ToString() => $"{File}:{Line}:{Column}: {Path}: {Message}";
}

/// <summary>Gathers every mistake of one definition, so that all are told at once.</summary>
internal sealed class DefinitionProblems(string file, byte[] utf8)
{
    private readonly List<DefinitionProblem> _all = [];

    public IReadOnlyList<DefinitionProblem> All => [.. _all.OrderBy(one => one.Line).ThenBy(one => one.Column)];

    public void Add(PlacedJson value, string message) => Add(value.Offset, value.Path, message);

    public void Add(PlacedMember member, string message) => Add(member.Offset, member.Value.Path, message);

    public void Add(int offset, string path, string message)
    {
        var before = utf8.AsSpan(0, Math.Min(offset, utf8.Length));
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        _all.Add(new DefinitionProblem(
            file, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1, path, message));
    }
}
