using System.Text.Json.Nodes;

namespace Scraper.Tests.Editing;

/// <summary>What edits do to the films of a <see cref="StubCatalogue"/>.</summary>
internal sealed class StubFilmEdits(SortedDictionary<int, JsonObject> films)
{
    private const int FirstYear = 1888;

    private static readonly string[] Lists = ["genres", "countries", "directors"];

    private int _set = 40;

    public string Edit(int id, JsonObject fields)
    {
        Apply(films[id], fields);
        return Text(films[id]);
    }

    public string EditMany(JsonArray edits, bool dry)
    {
        var results = edits.Select(edit => Try(edit!["id"]!.GetValue<int>(), edit["fields"]!.AsObject())).ToList();
        var rejected = results.Count(result => result["status"]!.GetValue<string>() == "rejected");
        if (!dry && rejected == 0)
        {
            foreach (var edit in edits)
            {
                Apply(films[edit!["id"]!.GetValue<int>()], edit["fields"]!.AsObject());
            }
        }

        var report = new JsonObject
        {
            ["dryRun"] = dry,
            ["changed"] = results.Count - rejected,
            ["unchanged"] = 0,
            ["rejected"] = rejected,
            ["results"] = new JsonArray([.. results.Cast<JsonNode>()]),
        };
        if (!dry && rejected == 0)
        {
            report["set"] = ++_set;
        }

        return Text(report);
    }

    public string Unlock(int id, JsonArray fields)
    {
        var locked = films[id]["lockedFields"]?.AsArray().Select(field => field!.GetValue<string>()).ToList() ?? [];
        films[id]["lockedFields"] = new JsonArray([.. locked.Except(fields.Select(field => field!.GetValue<string>()), StringComparer.Ordinal)
            .Select(field => (JsonNode)field)]);
        return Text(films[id]);
    }

    public string Merge(int from, int into)
    {
        foreach (var video in films[from]["videos"]!.AsArray())
        {
            films[into]["videos"]!.AsArray().Add(video!.DeepClone());
        }

        films.Remove(from);
        return Text(films[into]);
    }

    public string Split(int id, JsonArray videos)
    {
        var wanted = videos.Select(video => video!.GetValue<int>()).ToList();
        var all = films[id]["videos"]!.AsArray().Select(video => video!.DeepClone()).ToLookup(
            video => wanted.Contains(video["id"]!.GetValue<int>()));
        var made = films[id].DeepClone().AsObject();
        made["id"] = films.Keys.Max() + 1;
        made["videos"] = new JsonArray([.. all[true]]);
        films[id]["videos"] = new JsonArray([.. all[false]]);
        films.Add(made["id"]!.GetValue<int>(), made);
        return Text(made);
    }

    /// <summary>An upload becomes a film of its own, or joins the film of its title.</summary>
    public string Upsert(JsonArray batch)
    {
        var results = batch.Select(upload => Take(upload!.AsObject())).ToList();
        return Text(new JsonObject
        {
            ["created"] = results.Count,
            ["updated"] = 0,
            ["unchanged"] = 0,
            ["rejected"] = 0,
            ["review"] = 0,
            ["results"] = new JsonArray([.. results.Cast<JsonNode>()]),
        });
    }

    private JsonObject Take(JsonObject upload)
    {
        var title = upload["title"]!.GetValue<string>();
        if (title.Contains("запрещено", StringComparison.OrdinalIgnoreCase))
        {
            return Answer("rejected", movie: null, "excluded: its author");
        }

        var film = films.Values.FirstOrDefault(known => known["title"]!.GetValue<string>() == title);
        var isNew = film is null;
        if (film is null)
        {
            film = StubFilm.Of((films.Count == 0 ? 0 : films.Keys.Max()) + 1, title, year: null);
            film["videos"] = new JsonArray();
            films.Add(film["id"]!.GetValue<int>(), film);
        }

        film["videos"]!.AsArray().Add(StubFilm.Video(
            900 + films.Count, upload["source"]!.GetValue<string>(), upload["sourceUrl"]!.GetValue<string>()));
        return Answer(isNew ? "created" : "merged", film["id"]!.GetValue<int>(), reason: null);

        JsonObject Answer(string status, int? movie, string? reason)
        {
            var answer = new JsonObject
            {
                ["source"] = upload["source"]!.DeepClone(),
                ["externalId"] = upload["externalId"]!.DeepClone(),
                ["status"] = status,
            };
            if (movie is not null)
            {
                answer["movieId"] = movie;
            }

            if (reason is not null)
            {
                answer["reason"] = reason;
            }

            return answer;
        }
    }

    private JsonObject Try(int id, JsonObject fields)
    {
        if (fields["year"] is { } year && year.GetValue<int>() < FirstYear)
        {
            return new JsonObject
            {
                ["id"] = id,
                ["status"] = "rejected",
                ["changes"] = new JsonArray(),
                ["reason"] = $"year must be {FirstYear} or later.",
            };
        }

        return new JsonObject
        {
            ["id"] = id,
            ["status"] = "changed",
            ["changes"] = new JsonArray([.. fields.Select(field => (JsonNode)Change(id, field.Key, films[id][field.Key], field.Value))]),
        };
    }

    private static JsonObject Change(int id, string field, JsonNode? old, JsonNode? now)
    {
        var change = new JsonObject { ["movieId"] = id, ["field"] = field };
        if (old is not null)
        {
            change["old"] = old.DeepClone();
        }

        if (now is not null)
        {
            change["new"] = now.DeepClone();
        }

        return change;
    }

    private static void Apply(JsonObject film, JsonObject fields)
    {
        var locked = film["lockedFields"]?.AsArray() ?? [];
        film.Remove("lockedFields");
        foreach (var (field, value) in fields)
        {
            film.Remove(field);
            if (value is not null || Lists.Contains(field, StringComparer.Ordinal))
            {
                film[field] = value?.DeepClone() ?? new JsonArray();
            }

            locked.Add(field);
        }

        film["lockedFields"] = locked;
    }

    private static string Text(JsonObject json) => json.ToJsonString(StubCatalogue.Readable);
}
