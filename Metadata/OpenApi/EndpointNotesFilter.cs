using Metadata.Client;
using Metadata.Data;
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

        if (notes.OfType<FileBody>().SingleOrDefault() is { } file)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
                {
                    [file.ContentType] = new OpenApiMediaType
                    {
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                    },
                },
            };
        }

        if (notes.OfType<NeedsWriteKey>().Any())
        {
            if (context.ApiDescription.HttpMethod != HttpMethods.Get)
            {
                AddEditorNote(operation);
            }

            operation.Security = [new() { [new OpenApiSecuritySchemeReference(SecurityScheme, context.Document)] = [] }];
        }
    }

    private static void AddEditorNote(OpenApiOperation operation)
    {
        AddHeader(EditorNote.ActorHeader, MovieModel.MaxActorLength, "Who writes, percent-encoded UTF-8; kept in the journal.");
        AddHeader(EditorNote.ReasonHeader, MovieModel.MaxReasonLength, "Why, percent-encoded UTF-8; kept in the journal.");

        void AddHeader(string name, int maxLength, string description) => operation.Parameters!.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = maxLength },
        });
    }
}
