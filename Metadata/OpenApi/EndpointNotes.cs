using Metadata.Movies;

namespace Metadata.OpenApi;

// What the framework cannot see of an endpoint, as metadata for the OpenAPI document.

/// <summary>The endpoint reads these from its query string.</summary>
internal sealed record DocumentedParameters(IReadOnlyList<QueryParameter> Parameters);

/// <summary>The endpoint reads JSON of this shape.</summary>
internal sealed record JsonBody(Type Shape);

/// <summary>The endpoint reads a file of this type.</summary>
internal sealed record FileBody(string ContentType);

/// <summary>The endpoint wants the write key.</summary>
internal sealed record NeedsWriteKey;
