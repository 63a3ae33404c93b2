using System.Globalization;

namespace Metadata.Client;

/// <summary>Which state of the catalogue Metadata shows, for neighbours that keep its answers.</summary>
/// <param name="Generation">Rises when films may have vanished: after a restore.</param>
/// <param name="Revision">Rises with every change within a generation.</param>
/// <param name="Stamp">Names this very state. An answer that carries it in <see cref="Header"/> is up to date for as long as
/// the catalogue has it.</param>
public sealed record CatalogueMark(long Generation, long Revision, string Stamp)
{
    /// <summary>Header of the answers that show one state of the catalogue: its stamp.</summary>
    public const string Header = "X-Catalogue-Stamp";

    /// <summary>A stamp as it travels.</summary>
    public static string Write(long stamp) => stamp.ToString("x16", CultureInfo.InvariantCulture);
}
