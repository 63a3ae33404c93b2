using Metadata.Caching;
using Metadata.Movies;

namespace Metadata.Operations;

internal static class OperationsServices
{
    private static readonly TimeSpan CheckPatience = TimeSpan.FromSeconds(2);

    /// <summary>Every error as problem+json.</summary>
    public static IServiceCollection AddProblems(this IServiceCollection services) =>
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>().AddProblemDetails()
            .AddExceptionHandler<StorageProblems>();

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = failure =>
                failure is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages();
    }

    public static IServiceCollection AddWriteKey(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(WriteKey.Read(configuration));

    public static IServiceCollection AddHealth(this IServiceCollection services, IConfiguration configuration)
    {
        var checks = services.AddHealthChecks().AddCheck<DatabaseHealth>("database", timeout: CheckPatience)
            .AddCheck<FilmsHealth>("films", timeout: CheckPatience);
        if (!string.IsNullOrWhiteSpace(configuration[RedisAddress.Key]))
        {
            checks.AddCheck<RedisHealth>("redis", timeout: CheckPatience);
        }

        return services;
    }

    public static IServiceCollection AddWireJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = Wire.Encoder;
            options.SerializerOptions.DefaultIgnoreCondition = Wire.Json.Options.DefaultIgnoreCondition;
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, Wire.Json);
        });
}
