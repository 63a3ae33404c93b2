using System.Globalization;
using System.Runtime.CompilerServices;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Tests.Collecting;

/// <summary>A source that brings what a test wrote down, page by page; a cursor is the number of the next page.</summary>
internal sealed class ScriptedSource(string name = "scripted") : ISource
{
    private readonly Dictionary<string, List<ScriptedPage>> _targets = new(StringComparer.Ordinal);

    public string Name => name;

    public IReadOnlyList<string> TargetForms => ["list:NAME"];

    /// <summary>Pages fetched, as "target#page", in order.</summary>
    public List<string> Fetched { get; } = [];

    /// <summary>Its lists begin with what was published last.</summary>
    public bool IsNewestFirst { get; init; }

    /// <summary>Called before each page is brought.</summary>
    public Action<string> BeforePage { get; set; } = _ => { };

    public ScriptedSource With(string target, params ScriptedPage[] pages)
    {
        _targets[target] = [.. pages];
        return this;
    }

    public SourceTarget ReadTarget(string text) => text.Split(':') is ["list", { Length: > 0 } value]
        ? new SourceTarget("list", value)
        : throw new FormatException($"\"{text}\" is no target of {Name}. Write list:NAME.");

    public async IAsyncEnumerable<SourcePage> ReadAsync(
        SourceTarget target, string? cursor, FetchMeter meter,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = _targets[target.ToString()];
        for (var i = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture); i < pages.Count; i++)
        {
            await Task.Yield();
            var step = $"{target}#{i + 1}";
            BeforePage(step);
            cancellationToken.ThrowIfCancellationRequested();
            Fetched.Add(step);
            meter.CountRequest();
            meter.CountBytes(1000);
            if (pages[i].Fault is { } fault)
            {
                throw fault;
            }

            var next = i + 1 < pages.Count ? (i + 1).ToString(CultureInfo.InvariantCulture) : null;
            yield return new SourcePage(pages[i].Videos, pages[i].Rejects, next, pages.Sum(page => page.Videos.Count))
            {
                IsNewestFirst = IsNewestFirst,
            };
        }
    }
}

/// <summary>A page of a <see cref="ScriptedSource"/>, or the fault that comes in its place.</summary>
internal sealed record ScriptedPage(
    IReadOnlyList<RawVideo> Videos, IReadOnlyList<RejectedItem> Rejects, Exception? Fault = null)
{
    public static ScriptedPage Of(params RawVideo[] videos) => new(videos, []);

    public static ScriptedPage Broken(Exception fault) => new([], [], fault);

    /// <summary>A page of films with these numbers.</summary>
    public static ScriptedPage Films(int from, int count) =>
        new([.. Enumerable.Range(from, count).Select(Film)], []);

    /// <summary>An upload that states itself that it is a film.</summary>
    public static RawVideo Film(int number) => new()
    {
        Source = "scripted",
        ExternalId = $"film-{number}",
        SourceUrl = $"https://films.example/{number}",
        Title = $"Летят журавли {number} (1957)",
        Duration = TimeSpan.FromMinutes(97),
        Stated = new StatedFacts { Kind = VideoKind.Film, Title = $"Летят журавли {number}", Year = 1957 },
    };
}
