using System.Text.Json;
using System.Text.Json.Serialization;
using Scraper.Sources;

namespace Scraper.Journal;

/// <summary>How uploads are kept in the journal.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RawVideo))]
internal sealed partial class JournalJson : JsonSerializerContext;
