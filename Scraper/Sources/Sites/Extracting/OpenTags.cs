namespace Scraper.Sources.Sites.Extracting;

/// <summary>The elements that are open at one place of a page, about as a parser has them. Where it may or may not close
/// an element, the element stays open here.</summary>
internal sealed class OpenTags
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
    {
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "hr", "img", "input", "keygen", "link", "meta",
        "param", "source", "track", "wbr",
    };

    // These outlive the element they stand in: a parser opens them again in the next one.
    private static readonly HashSet<string> Formatting = new(StringComparer.Ordinal)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    // No end tag but a table's reaches through these.
    private static readonly HashSet<string> Walls = new(StringComparer.Ordinal)
    {
        "applet", "button", "caption", "marquee", "object", "table", "td", "th", "template", "svg", "math", "select",
        "foreignobject", "desc", "annotation-xml", "html",
    };

    private static readonly HashSet<string> TableParts = new(StringComparer.Ordinal)
    {
        "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup",
    };

    private static readonly HashSet<string> TableWalls = new(StringComparer.Ordinal)
    {
        "table", "template", "svg", "math", "html", "foreignobject", "annotation-xml",
    };

    // What is left open when the next of its kind begins.
    private static readonly Dictionary<string, string[]> ClosedByNext = new(StringComparer.Ordinal)
    {
        ["li"] = ["li"],
        ["dt"] = ["dt", "dd"],
        ["dd"] = ["dt", "dd"],
        ["p"] = ["p"],
        ["option"] = ["option"],
        ["td"] = ["td", "th"],
        ["th"] = ["td", "th"],
        ["tr"] = ["tr"],
        ["tbody"] = ["tbody", "thead", "tfoot"],
        ["thead"] = ["tbody", "thead", "tfoot"],
        ["tfoot"] = ["tbody", "thead", "tfoot"],
    };

    // What an element of a kind may still hold when the next of the kind closes it.
    private static readonly Dictionary<string, string[]> LeftInside = new(StringComparer.Ordinal)
    {
        ["li"] = ["p"],
        ["dt"] = ["p"],
        ["dd"] = ["p"],
        ["td"] = ["p", "li", "dt", "dd", "option"],
        ["th"] = ["p", "li", "dt", "dd", "option"],
        ["tr"] = ["td", "th", "p", "li", "dt", "dd", "option"],
        ["tbody"] = ["tr", "td", "th", "p", "li", "dt", "dd", "option"],
        ["thead"] = ["tr", "td", "th", "p", "li", "dt", "dd", "option"],
        ["tfoot"] = ["tr", "td", "th", "p", "li", "dt", "dd", "option"],
    };

    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _formatting = new(StringComparer.Ordinal);
    private int _formattingCount;
    private int _foreign;

    public int Depth => _open.Count + _formattingCount;

    /// <summary>Inside SVG or MathML, where other rules hold.</summary>
    public bool IsForeign => _foreign > 0;

    public void Open(HtmlTag tag)
    {
        if (Void.Contains(tag.Name) && !IsForeign)
        {
            return;
        }

        if (Formatting.Contains(tag.Name))
        {
            OpenFormatting(tag);
            return;
        }

        if (!IsForeign && ClosedByNext.TryGetValue(tag.Name, out var kind))
        {
            CloseNearest(kind, LeftInside.GetValueOrDefault(tag.Name, []));
        }

        if (IsIgnored(tag.Name))
        {
            return;
        }

        _open.Add(tag.Name);
        _foreign += tag.Name is "svg" or "math" ? 1 : 0;
    }

    public void Close(string name)
    {
        if (Formatting.Contains(name))
        {
            if (_formatting.GetValueOrDefault(name) is > 0 and var count)
            {
                _formatting[name] = count - 1;
                _formattingCount--;
            }

            return;
        }

        // A form ends without the elements that are still open in it.
        if (name == "form")
        {
            _open.Remove(name);
            return;
        }

        CloseDownTo(name, TableParts.Contains(name) ? TableWalls : Walls);
    }

    // A form inside a form, and a part of a table where there is no table.
    private bool IsIgnored(string name) => (name == "form" && _open.Contains(name))
        || (name != "table" && TableParts.Contains(name) && !_open.Contains("table") && !_open.Contains("template"));

    private void OpenFormatting(HtmlTag tag)
    {
        var count = _formatting.GetValueOrDefault(tag.Name);
        // The next one closes these; and of those that are alike in everything a parser opens no more than three again.
        if (!(tag.Name is "a" or "nobr" && count > 0 && !IsForeign))
        {
            _formatting[tag.Name] = count + 1;
            _formattingCount++;
        }
    }

    private void CloseNearest(string[] kind, string[] inside)
    {
        for (var at = _open.Count - 1; at >= 0; at--)
        {
            if (kind.Contains(_open[at], StringComparer.Ordinal))
            {
                _open.RemoveRange(at, _open.Count - at);
                return;
            }

            if (!inside.Contains(_open[at], StringComparer.Ordinal))
            {
                return;
            }
        }
    }

    private void CloseDownTo(string name, HashSet<string> walls)
    {
        for (var at = _open.Count - 1; at >= 0; at--)
        {
            if (_open[at] == name)
            {
                _foreign -= _open.Skip(at).Count(open => open is "svg" or "math");
                _open.RemoveRange(at, _open.Count - at);
                return;
            }

            if (walls.Contains(_open[at]))
            {
                return;
            }
        }
    }
}
