using System.Text.Json;
using Metadata.Client;

namespace Metadata.Tests.Editing;

/// <summary>What editors have locked, kept beside the service, while random commands run.</summary>
internal sealed class LockModel(Random random)
{
    private static readonly string[] Fields = ["title", "year", "description", "genres", "rating", "durationSeconds"];
    private static readonly string[] Titles = ["Брат", "Сестра", "Комната", "Военная комната", "Слова"];

    private readonly Dictionary<int, Dictionary<string, string>> _locked = [];
    private readonly List<MovieUpsert> _uploads = [];

    /// <summary>Films that have not become others.</summary>
    public IReadOnlyCollection<int> Films => _locked.Keys;

    /// <summary>One more command, with its effect on the locks.</summary>
    public Task StepAsync(Caller caller) => (_locked.Count < 3 ? 0 : random.Next(10)) switch
    {
        < 4 => ScrapeAsync(caller),
        < 7 => EditAsync(caller),
        7 => MergeAsync(caller),
        8 => SplitAsync(caller),
        _ => UnlockAsync(caller),
    };

    /// <summary>Fails when a locked field has another value, or another field is locked.</summary>
    public async Task CheckAsync(Caller caller, string step)
    {
        foreach (var (id, locked) in _locked)
        {
            var movie = await caller.GetAsync(id);
            Assert.Equal(
                $"{step}, film {id}: {string.Join(", ", locked.Keys.Order(StringComparer.Ordinal))}",
                $"{step}, film {movie.Id}: {string.Join(", ", movie.LockedFields!.Order(StringComparer.Ordinal))}");
            foreach (var (field, value) in locked)
            {
                Assert.Equal($"{step}, film {id}, {field}: {value}", $"{step}, film {id}, {field}: {ValueOf(movie, field)}");
            }
        }
    }

    private async Task ScrapeAsync(Caller caller)
    {
        if (_uploads.Count < 5 || random.Next(2) == 0)
        {
            _uploads.Add(Uploads.Of("Брат", source: random.Next(2) == 0 ? "rutube" : "archive"));
        }

        var place = random.Next(_uploads.Count);
        _uploads[place] = _uploads[place] with
        {
            // A number of its own: else the matcher would join films, and the model would have to foresee it.
            Title = $"{Titles[random.Next(Titles.Length)]} {place}",
            Year = 1990 + random.Next(3),
            Description = $"Описание {random.Next(100)}",
            Genres = [$"жанр {random.Next(5)}"],
            Rating = random.Next(10),
            DurationSeconds = 5_000 + random.Next(1_000),
        };
        var id = await caller.AddAsync(_uploads[place]);
        _locked.TryAdd(id, []);
    }

    private async Task EditAsync(Caller caller)
    {
        var (id, field) = (AnyFilm(), Fields[random.Next(Fields.Length)]);
        var value = field switch
        {
            "title" => $"\"Своё {random.Next(100)}\"",
            "year" => $"{1900 + random.Next(50)}",
            "description" => random.Next(3) == 0 ? "null" : $"\"Своё описание {random.Next(100)}\"",
            "genres" => random.Next(3) == 0 ? "[]" : $"[\"свой {random.Next(5)}\"]",
            "rating" => random.Next(3) == 0 ? "null" : $"{random.Next(10)}",
            _ => $"{7_000 + random.Next(100)}",
        };
        await caller.EditAsync(id, $$"""{"{{field}}":{{value}}}""");
        _locked[id][field] = value;
    }

    private async Task MergeAsync(Caller caller)
    {
        var (id, into) = (AnyFilm(), AnyFilm());
        if (id == into)
        {
            return;
        }

        await caller.MergeAsync(id, into);
        foreach (var (field, value) in _locked[id])
        {
            _locked[into].TryAdd(field, value);
        }

        _locked.Remove(id);
    }

    private async Task SplitAsync(Caller caller)
    {
        var movie = await caller.GetAsync(AnyFilm());
        if (movie.Videos.Count > 1)
        {
            _locked.Add((await caller.SplitAsync(movie.Id, movie.Videos[random.Next(movie.Videos.Count)].Id)).Id, []);
        }
    }

    private async Task UnlockAsync(Caller caller)
    {
        var (id, field) = (AnyFilm(), Fields[random.Next(Fields.Length)]);
        await caller.UnlockAsync(id, field);
        _locked[id].Remove(field);
    }

    private int AnyFilm() => _locked.Keys.Order().ElementAt(random.Next(_locked.Count));

    private static string ValueOf(MovieDetails movie, string field)
    {
        using var document = JsonDocument.Parse(JsonSerializer.Serialize(movie, MetadataJson.Default.MovieDetails));
        return !document.RootElement.TryGetProperty(field, out var value) ? "null"
            : value.ValueKind == JsonValueKind.String ? $"\"{value.GetString()}\""
            : value.ValueKind == JsonValueKind.Array ? $"[{string.Join(",", value.EnumerateArray().Select(name => $"\"{name.GetString()}\""))}]"
            : value.GetRawText();
    }
}
