using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Metadata.OpenApi;

/// <summary>Writes the <c>EndpointNotes</c> into the OpenAPI document.</summary>
internal sealed class EndpointNotesFilter : IOperationFilter
{
    public const string SecurityScheme = "writeKey";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var notes = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        var headers = operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Header);
        foreach (var header in headers)
        {
            header.Required = true;
        }

        foreach (var parameter in notes.OfType<DocumentedParameters>().SelectMany(note => note.Parameters))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Description,
                Schema = parameter.Schema,
                Explode = parameter.Repeats,
            });
        }

        if (notes.OfType<JsonBody>().SingleOrDefault() is { } body)
        {
            var schema = context.SchemaGenerator.GenerateSchema(body.Shape, context.SchemaRepository);
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/json"] = new OpenApiMediaType { Schema = schema },
                },
            };
        }

        if (notes.OfType<NeedsWriteKey>().Any())
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(SecurityScheme, context.Document)] = [] }];
        }
    }
}
