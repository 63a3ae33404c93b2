using System.Runtime.InteropServices;
using Microsoft.AspNetCore.WebUtilities;

namespace Gateway.Edge.Limits;

/// <summary>Which budget of its client a request draws on.</summary>
internal enum RequestKind
{
    /// <summary>A page, picture or file of the site.</summary>
    Site,
    Api,

    /// <summary>A call that searches; draws on its own budget and on that of the API.</summary>
    Search,
}

/// <summary>What a request takes from its client's budget.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RequestCost(RequestKind Kind, int Units)
{
    /// <summary>A page of the site is put together for the visitor, a file or picture only handed out.</summary>
    public const int OfPage = 10;

    private static readonly string[] Files = ["/images", "/assets"];

    private static readonly string[] Questions = ["/api", "/feed.atom", "/feed.json", "/sitemap.xml"];

    /// <summary>Null for what is never refused: the checks of an orchestrator.</summary>
    public static RequestCost? Of(HttpRequest request)
    {
        var path = request.Path;
        if (IsUnder(path, "/health"))
        {
            return null;
        }

        foreach (var start in Questions)
        {
            if (IsUnder(path, start))
            {
                return new RequestCost(IsSearch(request) ? RequestKind.Search : RequestKind.Api, 1);
            }
        }

        foreach (var start in Files)
        {
            if (IsUnder(path, start))
            {
                return new RequestCost(RequestKind.Site, 1);
            }
        }

        return new RequestCost(RequestKind.Site, Path.HasExtension(path.Value.AsSpan()) ? 1 : OfPage);
    }

    private static bool IsSearch(HttpRequest request)
    {
        if (IsUnder(request.Path, "/api/v1/suggestions"))
        {
            return true;
        }

        foreach (var parameter in new QueryStringEnumerable(request.QueryString.Value))
        {
            if (parameter.EncodedValue.Length > 0
                && parameter.DecodeName().Span.Equals("q", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnder(PathString path, string start) => path.StartsWithSegments(start, StringComparison.Ordinal);
}
