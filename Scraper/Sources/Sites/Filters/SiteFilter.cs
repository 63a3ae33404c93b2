namespace Scraper.Sources.Sites.Filters;

/// <summary>One step on the way from what stands on a page to a field's value.</summary>
/// <param name="Name">One of <see cref="FilterReader.Names"/>.</param>
/// <param name="Text">As written, for messages.</param>
/// <param name="Apply">Takes all values of a field; null when one of them is not what the filter reads.</param>
internal sealed record SiteFilter(
    string Name, string Text, Func<IReadOnlyList<string>, ReadingScene, IReadOnlyList<string>?> Apply)
{
    /// <summary>A filter that treats each value by itself.</summary>
    public static SiteFilter Each(string name, string text, Func<string, ReadingScene, string?> change) =>
        new(name, text, (values, scene) =>
        {
            List<string> changed = [];
            foreach (var value in values)
            {
                if (change(value, scene) is not { } result)
                {
                    return null;
                }

                changed.Add(result);
            }

            return changed;
        });
}

/// <summary>What a filter may need to know besides the value.</summary>
/// <param name="PageUrl">Relative addresses start from here.</param>
/// <param name="Now">"Yesterday" is the day before this.</param>
internal sealed record ReadingScene(Uri PageUrl, DateTimeOffset Now);
