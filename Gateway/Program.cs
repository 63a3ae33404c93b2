using Gateway.Catalog;
using Gateway.Edge;
using Gateway.Operations;
using Gateway.Site;
using Gateway.Site.Feeds;
using Gateway.Site.Posters;
using Gateway.Site.Sitemaps;
using Metadata.Client;

SettingException.EndProcessQuietly();
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});
builder.Configuration.AddSecretFiles();
builder.WebHost.ListenAsConfigured(builder.Configuration);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddEdge(builder.Configuration);
builder.Services.AddCatalog();
builder.Services.AddSite();
builder.Services.AddPosters();
builder.Services.AddGatewayHealth();
builder.Services.AddOpenApiDocument();

var app = builder.Build();
app.Services.CheckSettings();

app.UseForwardedHeaders();  // who asks, as far as known proxies may say so
app.UseSecurityHeaders();   // on every answer, whatever becomes of it below
app.UseProblems();          // failures and empty errors turn into problem+json
app.UseRequestLimits();     // no long addresses, no body on a read
app.UseCanonicalPaths();    // one address per thing
app.UseRateLimits();        // per client, before anything costs
app.UseRouting();
app.UseOpenApiDocument();

app.MapCatalog();
app.MapPosters();
app.MapFeeds();
app.MapSitemaps();
app.MapGatewayHealth();
app.MapSite();              // everything else

await app.RunAsync();
