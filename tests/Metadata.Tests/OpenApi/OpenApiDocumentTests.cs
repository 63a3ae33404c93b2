using System.Net;
using System.Runtime.CompilerServices;

namespace Metadata.Tests.OpenApi;

public sealed class OpenApiDocumentTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    private const string Update = "UPDATE_OPENAPI";

    [Fact]
    public async Task The_document_is_the_recorded_one()
    {
        var document = await app.CreateClient().GetStringAsync("/swagger/v1/swagger.json");
        var recorded = Path.Combine(Path.GetDirectoryName(ThisFile())!, "metadata.json");
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            await File.WriteAllTextAsync(recorded, document + "\n");
        }

        Assert.True(document == (await File.ReadAllTextAsync(recorded)).TrimEnd(),
            $"The API's document differs from {recorded}. If the change is meant, record it by running this test with {Update}=1, and review the difference.");
    }

    [Fact]
    public async Task The_page_of_the_document_opens()
    {
        using var page = await app.CreateClient().GetAsync("/swagger/index.html");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
