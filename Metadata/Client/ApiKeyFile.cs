using System.Security.Cryptography;

namespace Metadata.Client;

/// <summary>The write key that Metadata and Scraper share on one machine, made by whichever starts first.</summary>
public static class ApiKeyFile
{
    public const string Name = "metadata-api-key";

    private const int KeyBytes = 32;

    /// <summary>Reads the key, making a random 256-bit one (hexadecimal, mode 0600) when there is none.</summary>
    /// <exception cref="IOException">The directory cannot be written, or the file stays empty.</exception>
    public static string ReadOrCreate(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, Name);
        if (!File.Exists(path))
        {
            TryCreate(path);
        }

        var key = File.ReadAllText(path).Trim();
        return key.Length >= KeyBytes
            ? key
            : throw new IOException($"The key file {path} holds {key.Length} characters, at least {KeyBytes} are needed. "
                + "Delete the file and restart Metadata and Scraper to get a new key.");
    }

    private static void TryCreate(string path)
    {
        // Written aside and linked into place, so that the other service never reads half a key.
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)));
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
