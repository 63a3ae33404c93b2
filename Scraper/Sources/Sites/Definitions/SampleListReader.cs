using System.Globalization;

namespace Scraper.Sources.Sites.Definitions;

/// <summary>Reads which pages are kept as samples. That there are any is asked for elsewhere: the first ones are made by
/// the program from a definition that has none yet.</summary>
internal sealed class SampleListReader(DefinitionProblems problems, Uri baseUrl)
{
    public IReadOnlyList<SiteSample> Read(IReadOnlyList<PlacedJson> samples) => [.. samples.Select(Read)];

    private SiteSample Read(PlacedJson value)
    {
        var sample = new PlacedObject(value, SiteKeys.Sample, problems);
        return new SiteSample(
            sample.RequireText("name"), ReadUrl(sample), ReadFile(sample, "body"), ReadFile(sample, "expect"), ReadMoment(sample));
    }

    private Uri ReadUrl(PlacedObject sample)
    {
        var text = sample.RequireText("url");
        if (Uri.TryCreate(baseUrl, text, out var url) && url.Authority == baseUrl.Authority)
        {
            return url;
        }

        problems.Add(sample.Find("url")!, $"\"{text}\" is no address at {baseUrl}.");
        return baseUrl;
    }

    private string ReadFile(PlacedObject sample, string key)
    {
        var name = sample.RequireText(key);
        if (name.Length > 0 && (Path.IsPathRooted(name) || name.Split('/', '\\').Contains("..", StringComparer.Ordinal)))
        {
            problems.Add(sample.Find(key)!, $"\"{name}\" is no file beside the definition or in a folder below it.");
        }

        return name;
    }

    private DateTimeOffset? ReadMoment(PlacedObject sample)
    {
        if (sample.Text("at") is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment.ToUniversalTime();
        }

        problems.Add(sample.Find("at")!, $"\"{text}\" is no moment such as 2026-05-01T12:00:00Z.");
        return null;
    }
}
