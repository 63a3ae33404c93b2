using System.Text;
using System.Text.RegularExpressions;
using Hosts;
using Scraper.Classifying;
using Scraper.Normalizing;
using Scraper.Normalizing.Scanning;
using Scraper.Publishing;
using Scraper.Sources;
using Xunit.Abstractions;

namespace Scraper.Tests.Sources.Mutating;

/// <summary>F1: whatever a host sends, every item is read soundly or refused for a reason that is known, or the answer is.</summary>
public sealed class MutatedAnswersTests(ITestOutputHelper output)
{
    private const int Answers = 10_000;
    private const int FirstSeed = 20261121;
    private const int Year = JsonKinds.LastYear - 1;

    private static readonly Dictionary<string, SourceKind> Kinds = new SourceKind[]
    {
        JsonKinds.Rutube, JsonKinds.Archive, JsonKinds.PeerTube, JsonKinds.Vk, XmlKinds.Feeds, SiteKinds.Sites, FileKinds.Files,
    }.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, Regex> _patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly List<string> _unknown = [];
    private int _accepted;
    private int _rejected;
    private int _refused;

    [Theory]
    [InlineData("rutube")]
    [InlineData("archive")]
    [InlineData("peertube")]
    [InlineData("vk")]
    [InlineData("feed")]
    [InlineData("site")]
    [InlineData("file")]
    public void Every_item_of_a_spoilt_answer_is_read_or_refused_for_a_known_reason(string name)
    {
        var kind = Kinds[name];
        var answers = Rounds.Of(Answers);
        for (var seed = FirstSeed; seed < FirstSeed + answers; seed++)
        {
            var sample = kind.Samples[seed % kind.Samples.Count];
            Try(kind, sample, new MutatedAnswer(seed).Of(sample.Text, sample.Form), $"seed {seed} of {sample}");
        }

        output.WriteLine($"{name}: seeds {FirstSeed} to {FirstSeed + answers - 1}; {_accepted} items accepted, {_rejected} rejected; "
            + $"{_refused} answers refused as a whole");
        foreach (var (reason, count) in _reasons.OrderByDescending(pair => pair.Value))
        {
            output.WriteLine($"{count,8} {reason}");
        }

        Assert.True(_unknown.Count == 0, string.Join('\n', _unknown.Distinct(StringComparer.Ordinal).Take(20)));
        Assert.Empty(kind.Refusals.Concat(kind.Rejects).Except(_reasons.Keys, StringComparer.Ordinal));
        Assert.True(_accepted > answers / 3, $"Only {_accepted} items were accepted of {answers} answers.");
    }

    [Theory]
    [InlineData("rutube")]
    [InlineData("archive")]
    [InlineData("peertube")]
    [InlineData("vk")]
    [InlineData("feed")]
    [InlineData("site")]
    [InlineData("file")]
    public void An_answer_may_be_cut_at_any_byte(string name)
    {
        foreach (var sample in Kinds[name].Samples)
        {
            var whole = Encoding.UTF8.GetBytes(sample.Text);
            for (var end = 0; end < whole.Length; end++)
            {
                Try(Kinds[name], sample, whole[..end], $"{sample} cut at {end}");
            }
        }

        Assert.True(_unknown.Count == 0, string.Join('\n', _unknown.Distinct(StringComparer.Ordinal).Take(20)));
    }

    [Fact]
    public void What_breaks_the_contract_is_seen()
    {
        var film = MovieUpserts.From(
            MovieNormalizer.Normalize(
                ScannedVideo.Of(new RawVideo { Source = "x", ExternalId = "1", SourceUrl = "https://x.example/1", Title = "Аэлита" }), Year),
            Year).Upsert!;

        var broken = UpsertRules.Broken(
            film with
            {
                Title = "a\u0001",
                Year = JsonKinds.LastYear + 1,
                Views = -1,
                Rating = 11,
                AgeRating = 13,
                DurationSeconds = 86_401,
                ImageUrl = "javascript:x",
                Description = new string('x', 10_001),
                OriginalTitle = "\uD800",
                Language = "\0",
                Genres = [.. Enumerable.Repeat("драма", 51)],
            },
            JsonKinds.LastYear).ToList();

        Assert.Empty(UpsertRules.Broken(film, JsonKinds.LastYear));
        Assert.Equal(11, broken.Count);
    }

    private void Try(SourceKind kind, AnswerSample sample, byte[] body, string what)
    {
        SampleReading reading;
        try
        {
            reading = sample.Read(body);
        }
        catch (SourceException refused)
        {
            _refused++;
            Count(kind.Refusals, $"{refused.Message}", $"{what}: {refused.Failure}");
            return;
        }
        catch (Exception crash)
        {
            throw new InvalidOperationException($"{what}: {crash.Message}", crash);
        }

        Assert.True(reading.Sent is null || reading.Sent == reading.Items.Count, $"{what}: {reading.Sent} sent, {reading.Items.Count} read");
        var siblings = Siblings.Of(reading.Items.Select(one => one.Video).OfType<RawVideo>().Select(ScannedVideo.Of));
        foreach (var item in reading.Items)
        {
            Judge(kind, item, siblings, what);
        }
    }

    private void Judge(SourceKind kind, ReadItem item, Siblings siblings, string what)
    {
        if (item.Reject is { } reject)
        {
            _rejected++;
            Assert.Null(item.Video);
            Count(kind.Rejects, reject.Reason, what);
            return;
        }

        var draft = MovieNormalizer.Normalize(ScannedVideo.Of(item.Video!), Year);
        MovieClassifier.Classify(draft, siblings);
        var (film, problem) = MovieUpserts.From(draft, Year);
        if (film is null)
        {
            _rejected++;
            Assert.Matches("^The title \".*\" names no film\\.$", problem!.ReplaceLineEndings(" "));
            return;
        }

        _accepted++;
        var broken = UpsertRules.Broken(film, JsonKinds.LastYear).ToList();
        Assert.True(broken.Count == 0, $"{what}: {string.Join(", ", broken)}");
    }

    private void Count(IReadOnlyList<string> known, string reason, string what)
    {
        var found = known.FirstOrDefault(pattern => PatternOf(pattern).IsMatch(reason));
        if (found is null)
        {
            _unknown.Add($"{what}: {(reason.Length > 400 ? reason[..400] : reason)}");
            return;
        }

        _reasons[found] = _reasons.GetValueOrDefault(found) + 1;
    }

    private Regex PatternOf(string text)
    {
        if (!_patterns.TryGetValue(text, out var pattern))
        {
            _patterns[text] = pattern = new Regex(text, RegexOptions.Singleline | RegexOptions.NonBacktracking);
        }

        return pattern;
    }
}
