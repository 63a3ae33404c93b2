using Metadata.Client;
using Microsoft.OpenApi;

namespace Metadata.OpenApi;

internal static class OpenApiServices
{
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "OnlineCinema Metadata",
                Version = "v1",
                Description = "The catalogue of films. Internal: the Gateway offers its reads to the public.",
            });
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.AddSecurityDefinition(EndpointNotesFilter.SecurityScheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "Metadata:ApiKey, or the key file in the data directory.",
            });
            options.OperationFilter<EndpointNotesFilter>();
            foreach (var assembly in new[] { typeof(OpenApiServices).Assembly, typeof(MovieSummary).Assembly })
            {
                options.IncludeXmlComments(Path.ChangeExtension(assembly.Location, ".xml"));
            }
        });

    public static void MapOpenApiDocument(this WebApplication app)
    {
        // Every middleware costs every request.
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/swagger", StringComparison.Ordinal), documented =>
        {
            documented.UseSwagger();
            documented.UseSwaggerUI();
        });
    }
}
