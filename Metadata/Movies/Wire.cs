using System.Text.Encodings.Web;
using System.Text.Unicode;
using Metadata.Client;

namespace Metadata.Movies;

/// <summary>The contract's JSON as this service writes it: Cyrillic as itself, which halves most answers.</summary>
internal static class Wire
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static readonly MetadataJson Json = CatalogueJson.Readable;
}
