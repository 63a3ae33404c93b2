namespace Metadata.Data;

/// <summary>The service cannot start with this database.</summary>
/// <param name="message">Names the database, what was found in it and the remedy.</param>
internal sealed class UnusableCatalogueException(string message, Exception? inner = null)
    : InvalidOperationException(message, inner);
