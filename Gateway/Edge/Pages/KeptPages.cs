namespace Gateway.Edge.Pages;

/// <summary>Pages that were made before, here or, where there is a Redis, by any Gateway.</summary>
internal sealed class KeptPages(PageMemory memory, SharedPages shared)
{
    /// <summary>The place of a key in this process; null when there is none.</summary>
    public PagePlace? Find(string key) => memory.Find(key);

    /// <summary>The page that lies in Redis, of whatever state of the catalogue; taken into memory.</summary>
    public async Task<Page?> FetchAsync(string key)
    {
        var page = await shared.ReadAsync(key);
        if (page is not null)
        {
            memory.Keep(key, page);
        }

        return page;
    }

    public void Keep(string key, Page page)
    {
        memory.Keep(key, page);
        // Nobody waits for Redis, and nothing of it throws.
        _ = shared.KeepAsync(key, page);
    }

    public void Forget(string key)
    {
        memory.Forget(key);
        _ = shared.ForgetAsync(key);
    }
}
