using Metadata.Data;

namespace Metadata.Ingesting;

internal static class FilmNumber
{
    /// <summary>A film of which nothing but the id is known yet.</summary>
    public static Movie Only(int id) => new() { Id = id, Title = "", AddedAt = default };
}
