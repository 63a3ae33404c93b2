using System.Globalization;
using System.Text.Json;

namespace Scraper.Sources.Sites.Definitions;

/// <summary>One object of a definition: reads its keys and complains of what is wrong with them. After a complaint the
/// value returned is a stand-in; nobody uses a definition that has problems.</summary>
internal sealed class PlacedObject
{
    private readonly PlacedJson _value;
    private readonly DefinitionProblems _problems;

    /// <param name="known">Every key the object may have.</param>
    public PlacedObject(PlacedJson value, IReadOnlyList<string> known, DefinitionProblems problems)
    {
        (_value, _problems) = (value, problems);
        if (value.Kind != JsonValueKind.Object)
        {
            problems.Add(value, $"An object is expected here, with {string.Join(", ", known)}.");
            return;
        }

        foreach (var member in value.Members.Where(member => !known.Contains(member.Name, StringComparer.Ordinal)))
        {
            problems.Add(
                member,
                $"\"{member.Name}\" is no key of this object. Did you mean \"{NearestName.Of(member.Name, known)}\"? "
                + $"Known: {string.Join(", ", known)}.");
        }

        foreach (var twice in value.Members.GroupBy(member => member.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            problems.Add(twice.Last(), $"\"{twice.Key}\" stands here twice. Keep one of them.");
        }
    }

    public PlacedJson? Find(string key) =>
        _value.Members.FirstOrDefault(member => member.Name == key)?.Value;

    public PlacedJson? Require(string key)
    {
        var found = Find(key);
        if (found is null && _value.Kind == JsonValueKind.Object)
        {
            _problems.Add(_value, $"\"{key}\" is missing.");
        }

        return found;
    }

    /// <summary>Text that says something; null when the key is not there.</summary>
    public string? Text(string key) => Find(key) is { } value ? Text(value) : null;

    public string RequireText(string key) => Require(key) is { } value ? Text(value) : "";

    public string Text(PlacedJson value)
    {
        if (value is { Kind: JsonValueKind.String, Text: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        _problems.Add(value, "A text is expected here.");
        return "";
    }

    public bool Switch(string key)
    {
        var value = Find(key);
        if (value is not null and not { Kind: JsonValueKind.True or JsonValueKind.False })
        {
            _problems.Add(value, "true or false is expected here.");
        }

        return value?.Kind == JsonValueKind.True;
    }

    public int? Whole(string key, int least, int most)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.Kind == JsonValueKind.Number
            && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        _problems.Add(value, $"A whole number from {least} to {most} is expected here, not {value.Text ?? value.Kind.ToString()}.");
        return null;
    }

    public double? Share(PlacedJson value)
    {
        if (value.Kind == JsonValueKind.Number
            && double.TryParse(value.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && share <= 1)
        {
            return share;
        }

        _problems.Add(value, "A share from 0 to 1 is expected here.");
        return null;
    }

    public double? Share(string key) => Find(key) is { } value ? Share(value) : null;

    /// <summary>One word of a closed list; null when the key is not there.</summary>
    public string? Word(string key, IReadOnlyList<string> known) => Find(key) is { } value ? Word(value, known) : null;

    public IReadOnlyList<string> Words(string key, IReadOnlyList<string> known) =>
        [.. Items(key).Select(item => Word(item, known)).OfType<string>()];

    public IReadOnlyList<string> Texts(string key) => [.. Items(key).Select(Text)];

    public IReadOnlyList<PlacedJson> Items(string key)
    {
        var value = Find(key);
        if (value is not null and not { Kind: JsonValueKind.Array })
        {
            _problems.Add(value, "A list in square brackets is expected here.");
        }

        return value?.Items ?? [];
    }

    private string? Word(PlacedJson value, IReadOnlyList<string> known)
    {
        var word = Text(value);
        if (word.Length == 0 || known.Contains(word, StringComparer.Ordinal))
        {
            return word.Length == 0 ? null : word;
        }

        _problems.Add(
            value, $"\"{word}\" is not known here. Did you mean \"{NearestName.Of(word, known)}\"? Known: {string.Join(", ", known)}.");
        return null;
    }
}
