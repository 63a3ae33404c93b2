using Metadata.Client;
using StackExchange.Redis;

namespace Metadata.Caching;

/// <summary>Where Redis is; nowhere when ConnectionStrings:Redis is empty.</summary>
internal sealed record RedisAddress(ConfigurationOptions? Options)
{
    public const string Key = "ConnectionStrings:Redis";

    /// <exception cref="SettingException">The connection string cannot be read.</exception>
    public static RedisAddress Read(IConfiguration configuration)
    {
        var configured = configuration[Key]?.Trim();
        if (string.IsNullOrEmpty(configured))
        {
            return new RedisAddress((ConfigurationOptions?)null);
        }

        try
        {
            var options = ConfigurationOptions.Parse(configured);
            options.AbortOnConnectFail = true;
            options.ConnectTimeout = 1_000;
            options.SyncTimeout = 1_000;
            return options.EndPoints.Count > 0 ? new RedisAddress(options) : throw new ArgumentException("it names no host");
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            // The value may hold a password, so the message shows only how it begins.
            throw new SettingException(
                $"{Key} begins with '{configured.Split(',')[0].Split('=')[0]}' and cannot be read ({unreadable.Message}). "
                + "Use 'host:port', with options after commas ('host:6379,password=…'), or leave it empty to do without Redis.",
                unreadable);
        }
    }
}
