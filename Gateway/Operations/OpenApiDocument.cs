using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Catalog;
using Gateway.Edge;
using Metadata.Client;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Gateway.Operations;

internal static class OpenApiDocument
{
    public const string Name = "v1";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        return services.AddSwaggerGen(document =>
        {
            document.SwaggerDoc(Name, new OpenApiInfo
            {
                Title = "OnlineCinema",
                Version = Name,
                Description = "The open film catalogue: films, where to watch them, search, facets. No key needed; besides reading, a play can be "
                    + "counted and a problem reported.",
            });
            document.SupportNonNullableReferenceTypes();
            document.NonNullableReferenceTypesAsRequired();
            document.DocInclusionPredicate((_, call) => call.HttpMethod != HttpMethods.Head);
            document.CustomSchemaIds(SchemaName);
            document.OperationFilter<DocumentedParameters>();
            document.SchemaFilter<NeverNull>();
            foreach (var assembly in new[] { typeof(OpenApiDocument).Assembly, typeof(MovieSummary).Assembly })
            {
                document.IncludeXmlComments(assembly, includeControllerXmlComments: false);
            }
        });
    }

    public static void UseOpenApiDocument(this IApplicationBuilder app)
    {
        app.UseSwagger();
        app.UseSwaggerUI(page =>
        {
            page.DocumentTitle = "OnlineCinema API";
            page.SwaggerEndpoint($"{Name}/swagger.json", "OnlineCinema");
        });
    }

    private static string SchemaName(Type type) =>
        type == typeof(ProblemBody) ? "Problem"
        : type.IsGenericType ? type.Name.Split('`')[0] + SchemaName(type.GetGenericArguments()[0])
        : type.Name;

    /// <summary>What is unknown is left out of an answer; nothing in it is ever null.</summary>
    private sealed class NeverNull : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            foreach (var property in schema.Properties?.Values.OfType<OpenApiSchema>() ?? [])
            {
                property.Type &= ~JsonSchemaType.Null;
            }
        }
    }

    /// <summary>Adds the parameters of <see cref="TakesParameters"/>, which the framework cannot see.</summary>
    private sealed class DocumentedParameters : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            var taken = context.ApiDescription.ActionDescriptor.EndpointMetadata
                .OfType<TakesParameters>().FirstOrDefault();
            foreach (var parameter in taken?.Parameters ?? [])
            {
                var others = operation.Parameters?.Where(known => known.Name != parameter.Name) ?? [];
                operation.Parameters = [.. others, Describe(parameter)];
            }
        }

        private static OpenApiParameter Describe(CatalogParameter parameter)
        {
            var value = new OpenApiSchema
            {
                Type = parameter.Type,
                Minimum = parameter.Minimum?.ToString(CultureInfo.InvariantCulture),
                Maximum = parameter.Maximum?.ToString(CultureInfo.InvariantCulture),
                Default = parameter.Default,
                Enum = parameter.OneOf.Count == 0 ? null : [.. parameter.OneOf.Select(AsJson(parameter.Type))],
            };
            return new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Description,
                Schema = parameter.Repeats ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
            };
        }

        private static Func<string, JsonNode> AsJson(JsonSchemaType type) =>
            text => type == JsonSchemaType.Integer
                ? int.Parse(text, CultureInfo.InvariantCulture)
                : text;
    }
}
