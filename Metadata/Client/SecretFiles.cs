using System.Collections;
using Microsoft.Extensions.Configuration;

namespace Metadata.Client;

public static class SecretFiles
{
    private const string Suffix = "_FILE";

    /// <summary>Lets any key be given as a file, the way containers hand out secrets: with the environment variable
    /// Metadata__ApiKey_FILE=/run/secrets/key the text of that file becomes Metadata:ApiKey.</summary>
    /// <exception cref="SettingException">A file named by such a variable cannot be read.</exception>
    public static IConfigurationBuilder AddSecretFiles(this IConfigurationBuilder configuration) =>
        configuration.AddInMemoryCollection(
            from DictionaryEntry variable in Environment.GetEnvironmentVariables()
            let name = (string)variable.Key
            where name.EndsWith(Suffix, StringComparison.Ordinal) && name.Contains("__", StringComparison.Ordinal)
            select KeyValuePair.Create(
                name[..^Suffix.Length].Replace("__", ":", StringComparison.Ordinal),
                (string?)Read(name, (string)variable.Value!)));

    private static string Read(string name, string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(
                $"The variable {name} names the file {path}, which cannot be read ({unreadable.Message}). "
                + "Correct the path or its permissions, or remove the variable.", unreadable);
        }
    }
}
