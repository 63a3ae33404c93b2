using Scraper.Editing.Movies;

namespace Scraper.Editing.Exchange;

/// <summary>A film as it stands in a file.</summary>
/// <param name="Place">Where its id stands.</param>
internal sealed record ImportRow(int Id, ImportPlace Place)
{
    private readonly List<ImportValue> _values = [];

    /// <summary>The fields the file speaks of; the others are left as they are.</summary>
    public IReadOnlyList<ImportValue> Values => _values;

    public void Add(EditableField field, string text, ImportPlace place) => _values.Add(new ImportValue(field, text, place));
}

/// <param name="Text">Empty = unknown. Known to be a value that the field can have.</param>
internal sealed record ImportValue(EditableField Field, string Text, ImportPlace Place);
