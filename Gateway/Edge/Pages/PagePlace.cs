namespace Gateway.Edge.Pages;

/// <summary>Where the pages of one key are kept.</summary>
internal sealed class PagePlace(string key)
{
    private const int MostUses = 3;

    private volatile Page? _page;

    public string Key { get; } = key;

    /// <summary>Null when it is no longer kept.</summary>
    public Page? Page
    {
        get => _page;
        set => _page = value;
    }

    /// <summary>Whether making the next page took longer than a visitor would wait.</summary>
    public bool IsSlow { get; set; }

    public int Bytes { get; set; }

    public bool IsProven { get; set; }

    /// <summary>Lately, up to a few; counted without a lock, for one more or less does not matter.</summary>
    public int Uses { get; set; }

    public void CountUse()
    {
        if (Uses < MostUses)
        {
            Uses++;
        }
    }
}
