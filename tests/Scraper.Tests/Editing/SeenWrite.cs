using System.Text.Json.Nodes;

namespace Scraper.Tests.Editing;

/// <summary>A write as the stub of Metadata received it.</summary>
internal sealed record SeenWrite(string Line, JsonNode? Body, string? Actor, string? Reason)
{
    public string Json => Body?.ToJsonString(StubCatalogue.Readable) ?? "";
}
