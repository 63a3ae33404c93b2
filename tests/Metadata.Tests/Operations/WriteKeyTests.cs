using System.Net;
using Metadata.Client;
using Metadata.Operations;
using Microsoft.Extensions.Configuration;

namespace Metadata.Tests.Operations;

public sealed class WriteKeyTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    [Theory]
    [InlineData("PUT", "movies/batch")]
    [InlineData("POST", "movies")]
    [InlineData("PATCH", "movies/1")]
    [InlineData("DELETE", "movies/1")]
    [InlineData("PATCH", "movies")]
    [InlineData("POST", "movies/1/unlock")]
    [InlineData("POST", "movies/1/merge")]
    [InlineData("POST", "movies/1/split")]
    [InlineData("POST", "changes/last/undo")]
    [InlineData("POST", "exclusions")]
    [InlineData("DELETE", "exclusions/1")]
    [InlineData("POST", "reviews/1/accept")]
    [InlineData("POST", "reviews/1/reject")]
    [InlineData("PUT", "videos/availability")]
    [InlineData("POST", "plays")]
    [InlineData("POST", "restore")]
    public async Task Every_write_without_the_key_is_401(string method, string path)
    {
        foreach (var authorization in new[] { null, "Bearer", "Bearer wrong", $"Basic {MetadataApp.Key}", $"Bearer {MetadataApp.Key}x" })
        {
            using var http = app.CreateClient();
            http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

            using var response = await new Caller(http).SendAsync(new HttpMethod(method), path, "[]", "key");

            Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (response.StatusCode, $"{response.Headers.WwwAuthenticate}"));
            await Caller.ProblemAsync(response);
        }
    }

    [Theory]
    [InlineData("short", "has 5 characters, at least 32")]
    [InlineData("changemechangemechangemechangeme", "changeme")]
    [InlineData("please-CHANGE-ME-0123456789abcdef", "change-me")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "repeats 1 characters")]
    [InlineData("abcabcabcabcabcabcabcabcabcabcabcabc", "repeats 3 characters")]
    public void A_weak_key_is_refused_without_being_shown(string key, string reason)
    {
        var refusal = Assert.Throws<SettingException>(() => WriteKey.Read(Configuration(("Metadata:ApiKey", key))));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Metadata:ApiKey", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_configured_key_one_is_made_that_only_its_owner_reads()
    {
        var directory = Directory.CreateTempSubdirectory("onlinecinema-key-").FullName;
        try
        {
            var made = WriteKey.Read(Configuration(("DataDirectory", directory)));

            var file = Path.Combine(directory, ApiKeyFile.Name);
            Assert.True(made.Fits($"Bearer {File.ReadAllText(file)}"));
            Assert.Equal(64, File.ReadAllText(file).Trim().Length);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.True(WriteKey.Read(Configuration(("DataDirectory", directory))).Fits($"Bearer {File.ReadAllText(file)}"));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build();
}
