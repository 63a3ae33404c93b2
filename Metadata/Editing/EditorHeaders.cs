using Metadata.Client;
using Metadata.Data;

namespace Metadata.Editing;

/// <summary>Reads who writes, and why, from a request.</summary>
internal static class EditorHeaders
{
    private const string NoActor = "api";

    /// <param name="request">May carry the headers of <see cref="EditorNote"/>.</param>
    /// <param name="action">What the request does.</param>
    public static ChangeNote Read(HttpRequest request, string action) => new(
        Text(request, EditorNote.ActorHeader, MovieModel.MaxActorLength) ?? NoActor, action,
        Text(request, EditorNote.ReasonHeader, MovieModel.MaxReasonLength));

    private static string? Text(HttpRequest request, string header, int maxLength)
    {
        var text = Uri.UnescapeDataString(request.Headers[header].ToString()).Trim();
        var plain = string.Concat(text.Where(letter => !char.IsControl(letter)));
        if (plain.Length > maxLength)
        {
            // Half of a surrogate pair is no text, and PostgreSQL refuses it.
            plain = plain[..(char.IsHighSurrogate(plain[maxLength - 1]) ? maxLength - 1 : maxLength)];
        }

        return plain.Length == 0 ? null : plain;
    }
}
