using System.Globalization;

namespace Scraper.Sources.Sites.Filters;

/// <summary>Reads filters as they stand in a definition: a name and its arguments. Everything that can be wrong with them
/// is found here, before any page is read.</summary>
internal static class FilterReader
{
    public static readonly IReadOnlyList<string> Names =
        ["trim", "text", "match", "replace", "split", "join", "int", "date", "duration", "url", "map", "lower"];

    /// <summary>The filter, or what is wrong with it.</summary>
    public static (SiteFilter? Filter, string? Problem) Read(string text)
    {
        if (FilterWords.Words(text) is not [var name, .. var arguments])
        {
            return (null, $"\"{text}\" is no filter: a name is expected, and what follows in quotation marks needs both of them.");
        }

        return name switch
        {
            "trim" => Plain(name, text, arguments, (value, _) => value.Trim()),
            "text" => Plain(name, text, arguments, (value, _) => Blanks.Collapse(value)),
            "lower" => Plain(name, text, arguments, (value, _) => value.ToLowerInvariant()),
            "int" => Plain(name, text, arguments, (value, _) => WholeText.Read(value)),
            "url" => Plain(name, text, arguments, (value, scene) => PageAddress.Read(value, scene.PageUrl)),
            "duration" => Duration(text, arguments),
            "date" => Date(text, arguments),
            "match" => Match(text, arguments),
            "replace" => Replace(text, arguments),
            "split" => Split(text, arguments),
            "join" => Join(text, arguments),
            "map" => Map(text, arguments),
            _ => (null, $"\"{name}\" is no filter. Did you mean \"{NearestName.Of(name, Names)}\"? Filters: {string.Join(", ", Names)}."),
        };
    }

    private static (SiteFilter?, string?) Plain(
        string name, string text, string[] arguments, Func<string, ReadingScene, string?> change) =>
        arguments.Length == 0 ? (SiteFilter.Each(name, text, change), null) : Wrong($"{name} takes no argument", text);

    private static (SiteFilter?, string?) Duration(string text, string[] arguments) => arguments switch
    {
        [] => (SiteFilter.Each("duration", text, (value, _) => DurationText.Read(value, bareUnit: null)), null),
        ["s" or "min"] => (SiteFilter.Each("duration", text, (value, _) => DurationText.Read(value, arguments[0])), null),
        _ => Wrong("duration takes nothing, or the unit of bare numbers: s or min", text),
    };

    private static (SiteFilter?, string?) Date(string text, string[] arguments) => arguments switch
    {
        [] => (SiteFilter.Each("date", text, (value, _) => DateText.ReadIso(value)), null),
        ["ru"] => (SiteFilter.Each("date", text, (value, scene) => RussianDate.Read(value, scene.Now)), null),
        ["relative"] => (SiteFilter.Each("date", text, (value, scene) => RelativeDate.Read(value, scene.Now)), null),
        [var form] when DateText.IsForm(form) =>
            (SiteFilter.Each("date", text, (value, _) => DateText.ReadAs(value, form)), null),
        _ => Wrong("date takes nothing (ISO 8601), ru, relative, or a form such as \"dd.MM.yyyy\"", text),
    };

    private static (SiteFilter?, string?) Match(string text, string[] arguments)
    {
        if (arguments is not ([_] or [_, _]))
        {
            return Wrong("match takes a regular expression, in quotation marks if it holds blanks, and perhaps a group", text);
        }

        var (pattern, problem) = SafePattern.Create(arguments[0]);
        if (pattern is null)
        {
            return Wrong(problem!, text);
        }

        var group = arguments.Length == 2 ? arguments[1] : pattern.HasGroup("1") ? "1" : "0";
        return pattern.HasGroup(group)
            ? (SiteFilter.Each("match", text, (value, _) => pattern.Find(value, group)), null)
            : Wrong($"the expression has no group {group}", text);
    }

    private static (SiteFilter?, string?) Replace(string text, string[] arguments)
    {
        if (arguments is not [var expression, var with])
        {
            return Wrong("replace takes a regular expression and what to put in its place, '' for nothing", text);
        }

        var (pattern, problem) = SafePattern.Create(expression);
        return pattern is null
            ? Wrong(problem!, text)
            : (SiteFilter.Each("replace", text, (value, _) => pattern.Replace(value, with)), null);
    }

    private static (SiteFilter?, string?) Split(string text, string[] arguments)
    {
        if (arguments is not ([{ Length: > 0 }] or [{ Length: > 0 }, _]))
        {
            return Wrong("split takes a separator, in quotation marks if it is a blank, and perhaps the number of a part", text);
        }

        if (arguments.Length == 1)
        {
            return (new SiteFilter("split", text, (values, _) => [.. values.SelectMany(value => Parts(value, arguments[0]))]), null);
        }

        return int.TryParse(arguments[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            ? (SiteFilter.Each("split", text, (value, _) => At(Parts(value, arguments[0]), index)), null)
            : Wrong("the number of a part counts from 0, or from -1 backwards", text);
    }

    private static string[] Parts(string value, string separator) =>
        value.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? At(string[] parts, int index) =>
        parts.ElementAtOrDefault(index < 0 ? parts.Length + index : index);

    private static (SiteFilter?, string?) Join(string text, string[] arguments) => arguments is [var separator]
        ? (new SiteFilter("join", text, (values, _) => values.Count == 0 ? [] : [string.Join(separator, values)]), null)
        : Wrong("join takes what to put between the values, in quotation marks", text);

    private static (SiteFilter?, string?) Map(string text, string[] arguments) =>
        arguments is [var braces] && FilterWords.Pairs(braces) is { } pairs
            ? (SiteFilter.Each("map", text, (value, _) => pairs.GetValueOrDefault(Blanks.Collapse(value))), null)
            : Wrong("map takes pairs in braces: map {драма:drama, 'о войне':war}", text);

    private static (SiteFilter?, string?) Wrong(string problem, string text) => (null, $"\"{text}\": {problem}.");
}
