using Gateway.Catalog;
using Gateway.Edge;
using Gateway.Edge.Limits;
using Gateway.Edge.Overload;
using Gateway.Edge.Pages;
using Gateway.Operations;
using Gateway.Reports;
using Gateway.Site;
using Gateway.Site.Feeds;
using Gateway.Site.Posters;
using Gateway.Site.Sitemaps;
using Gateway.Upstream;
using Metadata.Client;

SettingException.EndProcessQuietly();
RuntimeFloor.Check();
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});
builder.Configuration.AddSecretFiles();
builder.WebHost.ListenAsConfigured(builder.Configuration);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddEdge(builder.Configuration);
builder.Services.AddPageCache();
builder.Services.AddUpstream();
builder.Services.AddCatalog();
builder.Services.AddReports();
builder.Services.AddSite();
builder.Services.AddPosters();
builder.Services.AddGatewayHealth();
builder.Services.AddOpenApiDocument();

var app = builder.Build();
app.Services.CheckSettings();

app.UseForwardedHeaders();  // who asks, as far as known proxies may say so
app.UseSecurityHeaders();   // on every answer, whatever becomes of it below
app.UseKnownHosts();        // only names of this site, when they are configured
app.UseRequestLimits();     // no long addresses, no body on a read
app.UseRateLimits();        // per client, before anything costs
app.UsePagesInMemory();     // what is asked again and again goes no further
app.UseProblems();          // failures and empty errors turn into problem+json
app.UseCanonicalPaths();    // one address per thing
app.UseAdmission();         // no more at once than can be answered in time
app.UseRouting();
app.UseOpenApiDocument();

app.MapCatalog();
app.MapReports();
app.MapPosters();
app.MapFeeds();
app.MapSitemaps();
app.MapGatewayHealth();
app.MapSite();              // everything else

await app.RunAsync();
