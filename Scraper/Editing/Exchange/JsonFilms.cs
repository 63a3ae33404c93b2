using System.Text;
using System.Text.Json;
using Scraper.Editing.Movies;
using Scraper.Sources;

namespace Scraper.Editing.Exchange;

/// <summary>Films as the JSON that export writes: {"schema":1,"movies":[{"id":1,…}]}.</summary>
internal sealed class JsonFilms
{
    private readonly byte[] _json;
    private readonly ImportedFilms _films = new();
    private int _line = 1;
    private int _lineStart;
    private int _counted;

    private JsonFilms(byte[] json) => _json = json;

    /// <exception cref="ImportException">The bytes are no such JSON.</exception>
    public static ImportedFilms Read(byte[] json)
    {
        var reading = new JsonFilms(json);
        try
        {
            reading.ReadDocument();
        }
        catch (JsonException malformed)
        {
            throw new ImportException(
                (int)(malformed.LineNumber ?? 0) + 1, (int)(malformed.BytePositionInLine ?? 0) + 1,
                $"the JSON is broken here ({malformed.Message.TrimEnd('.')}). Correct it, or export again.");
        }
        catch (InvalidOperationException halved)
        {
            throw new ImportException(
                reading._line, 1, $"a text here or soon after is none ({halved.Message.TrimEnd('.')}). Correct its \\u escapes.");
        }

        return reading._films;
    }

    private void ReadDocument()
    {
        var reader = new Utf8JsonReader(_json);
        Enter(ref reader, JsonTokenType.StartObject, "an object with \"movies\"");
        var hasMovies = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            if (name == "movies")
            {
                hasMovies = true;
                ReadMovies(ref reader);
                continue;
            }

            var place = Place(reader.TokenStartIndex, name);
            reader.Read();
            var value = JsonElement.ParseValue(ref reader);
            if (name == "schema"
                && !(value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var schema) && schema == CliJson.Schema))
            {
                throw Broken(place, $"the schema is {value.GetRawText()}; this program reads {CliJson.Schema}. Export again with it.");
            }
        }

        // Whatever follows the document is refused by the reader.
        reader.Read();
        if (!hasMovies)
        {
            throw Broken(new ImportPlace(1, 1), "\"movies\" is missing. Import takes what \"scraper export --format json\" writes.");
        }
    }

    private void ReadMovies(ref Utf8JsonReader reader)
    {
        Enter(ref reader, JsonTokenType.StartArray, "a list of films");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw Broken(Place(reader.TokenStartIndex, name: null), "a film must be an object: {\"id\":1,…}.");
            }

            ReadMovie(ref reader);
        }
    }

    private void ReadMovie(ref Utf8JsonReader reader)
    {
        var start = Place(reader.TokenStartIndex, CsvFilms.IdColumn);
        List<(string Name, JsonElement Value, ImportPlace Place)> values = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var place = Place(reader.TokenStartIndex, name);
            reader.Read();
            values.Add((name, JsonElement.ParseValue(ref reader), place));
        }

        var id = values.Find(value => value.Name == CsvFilms.IdColumn);
        int? number = id.Value.ValueKind == JsonValueKind.Number && id.Value.TryGetInt32(out var whole) ? whole : null;
        var row = id.Name is null
            ? _films.Begin(id: null, "missing", start)
            : _films.Begin(number, id.Value.GetRawText(), id.Place);
        foreach (var (name, value, place) in values.Where(value => value.Name != CsvFilms.IdColumn))
        {
            Add(row, name, value, place);
        }
    }

    private void Add(ImportRow? row, string name, JsonElement value, ImportPlace place)
    {
        if (EditableFields.Find(name) is not { } field)
        {
            _films.Report(place, $"a film has no field \"{name}\". Did you mean \"{NearestName.Of(name, CsvFilms.Columns)}\"?");
            return;
        }

        try
        {
            _films.Add(row, field, FieldText.Write(FieldText.Read(field, value)), place);
        }
        catch (FormatException wrong)
        {
            _films.Report(place, $"{wrong.Message}. Correct it, or remove the film.");
        }
    }

    private void Enter(ref Utf8JsonReader reader, JsonTokenType wanted, string what)
    {
        if (!reader.Read() || reader.TokenType != wanted)
        {
            throw Broken(
                Place(reader.TokenStartIndex, name: null),
                $"here must be {what}. Import takes what \"scraper export --format json\" writes.");
        }
    }

    private static ImportException Broken(ImportPlace place, string message) => new(place.Line, place.Column, message);

    /// <summary>Where a token stands. Tokens are asked for in their order, so each line is counted once.</summary>
    private ImportPlace Place(long at, string? name)
    {
        var passed = _json.AsSpan(_counted, (int)at - _counted);
        if (passed.LastIndexOf((byte)'\n') is var lineEnd and >= 0)
        {
            _line += passed.Count((byte)'\n');
            _lineStart = _counted + lineEnd + 1;
        }

        _counted = (int)at;
        return new ImportPlace(_line, Encoding.UTF8.GetCharCount(_json, _lineStart, _counted - _lineStart) + 1, name);
    }
}
