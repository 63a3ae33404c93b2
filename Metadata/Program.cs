using Metadata.Caching;
using Metadata.Client;
using Metadata.Data;
using Metadata.Editing;
using Metadata.Facts;
using Metadata.Movies;
using Metadata.OpenApi;
using Metadata.Operations;

const string DefaultUrl = "http://localhost:8081";

SettingException.EndProcessQuietly();
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});
builder.Configuration.AddSecretFiles();
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
{
    builder.WebHost.UseUrls(DefaultUrl);
}

builder.Services.AddSingleton(TimeProvider.System)
    .AddMoviesDatabase(builder.Configuration)
    .AddQueryCache(builder.Configuration)
    .AddMovies()
    .AddWriteKey(builder.Configuration)
    .AddWireJson()
    .AddProblems()
    .AddHealth(builder.Configuration)
    .AddOpenApiDocument();

await using var app = builder.Build();
app.Services.CheckSettings();
app.UseHeadAsGet();
app.UseAnswersInMemory();
app.UseProblems();
app.UseDeadlines();
app.MapOpenApiDocument();
app.MapServiceHealth("metadata");
app.MapMovies();
app.MapEditing();
app.MapFacts();

try
{
    await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(app.Lifetime.ApplicationStopping);
}
catch (UnusableCatalogueException unusable)
{
    await Console.Error.WriteLineAsync(unusable.Message);
    return 1;
}

await app.RunAsync();
return 0;
