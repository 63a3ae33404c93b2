using System.Text.Json;
using Scraper.Sources.Sites.Definitions;

namespace Scraper.Sources.Sites.Sampling;

/// <summary>The files of one sample, and what is wrong with them.</summary>
/// <param name="definition">The definition's file; a sample's files lie beside it.</param>
internal sealed class SampleProblems(string definition, SiteSample sample)
{
    private readonly List<DefinitionProblem> _all = [];
    private readonly string _expect = Beside(definition, sample.Expect);
    private DefinitionProblems? _placed;

    public IReadOnlyList<DefinitionProblem> All => [.. _all, .. _placed?.All ?? []];

    /// <summary>The page as it was kept.</summary>
    public byte[]? Body { get; private set; }

    public static string Beside(string definition, string name) =>
        Path.Combine(Path.GetDirectoryName(definition) ?? "", name);

    /// <summary>The expected records; null when a file is missing or is no JSON.</summary>
    public ExpectedRecords? Load()
    {
        Body = Read(Beside(definition, sample.Body));
        if (Read(_expect) is not { } expected || Body is null)
        {
            return null;
        }

        try
        {
            _placed = new DefinitionProblems(_expect, expected);
            return new ExpectedRecords(PlacedJson.Parse(expected));
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            _all.Add(new DefinitionProblem(_expect, 1, 1, "$", $"This is no JSON: {malformed.Message}"));
            return null;
        }
    }

    public void Add(PlacedJson value, string message) => _placed!.Add(value, $"sample \"{sample.Name}\": {message}");

    private byte[]? Read(string path)
    {
        if (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }

        _all.Add(new DefinitionProblem(
            definition, 1, 1, "$.samples", $"The sample \"{sample.Name}\" has no file {path}. Record it again, or remove the sample."));
        return null;
    }
}
