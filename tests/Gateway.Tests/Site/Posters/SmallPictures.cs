using System.Buffers.Binary;

namespace Gateway.Tests.Site.Posters;

/// <summary>Whole small pictures, each 40 by 30 of one colour, close to #c85028.</summary>
internal static class SmallPictures
{
    public const int Width = 40;
    public const int Height = 30;

    public static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwL" +
        "DBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wAARCAAeACgDASIAAhEBAxEB/8QA" +
        "HwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS" +
        "0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWm" +
        "p6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcI" +
        "CQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5" +
        "OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU" +
        "1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDOooor5s+4CiiigAooooAKKKKACiiigAooooA//9k=");

    public static readonly byte[] ProgressiveJpeg = Convert.FromBase64String(
        "/9j/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwL" +
        "DBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wgARCAAeACgDASIAAhEBAxEB/8QA" +
        "FQABAQAAAAAAAAAAAAAAAAAAAAT/xAAVAQEBAAAAAAAAAAAAAAAAAAAABf/aAAwDAQACEAMQAAABmE24AAAAB//EABQQAQAAAAAAAAAAAAAA" +
        "AAAAAED/2gAIAQEAAQUCJ//EABQRAQAAAAAAAAAAAAAAAAAAACD/2gAIAQMBAT8BX//EABQRAQAAAAAAAAAAAAAAAAAAACD/2gAIAQIBAT8B" +
        "X//EABQQAQAAAAAAAAAAAAAAAAAAAED/2gAIAQEABj8CJ//EABQQAQAAAAAAAAAAAAAAAAAAAED/2gAIAQEAAT8hJ//aAAwDAQACAAMAAAAQ" +
        "888888//xAAUEQEAAAAAAAAAAAAAAAAAAAAg/9oACAEDAQE/EF//xAAUEQEAAAAAAAAAAAAAAAAAAAAg/9oACAECAQE/EF//xAAUEAEAAAAA" +
        "AAAAAAAAAAAAAABA/9oACAEBAAE/ECf/2Q==");

    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAIAAADRv8uKAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAK0lEQVRIie3NMQ0AAAgDsMlBDrKRhQw4" +
        "mvRvputExGKxWCwWi8VisVj8N14vntxMAeKkhAAAAABJRU5ErkJggg==");

    public static readonly byte[] LossyWebP = Convert.FromBase64String(
        "UklGRkwAAABXRUJQVlA4IEAAAACwAwCdASooAB4APpFGnkslo6KhpWgAsBIJZwDOZoAAIV/Aa5WEQAD+DBz/8W0joVOr/+Sn+LvvN3hY+xqE" +
        "AAAA");

    public static readonly byte[] LosslessWebP = Convert.FromBase64String(
        "UklGRh4AAABXRUJQVlA4TBEAAAAvJ0AHAAdQqCIXpf+BiOh/AAA=");

    public static readonly byte[] TransparentWebP = Convert.FromBase64String(
        "UklGRjIBAABXRUJQVlA4WAoAAAAYAAAAJwAAHQAAQUxQSAoAAAABB1DAiAhERP8DVlA4IEAAAACwAwCdASooAB4APpFGnkslo6KhpWgAsBIJ" +
        "ZwDOZoAAIV/Aa5WEQAD+DBz/8W0joVOr/+Sn+LvvN3hY+xqEAAAARVhJRroAAABFeGlmAABJSSoACAAAAAYAEgEDAAEAAAABAAAAGgEFAAEA" +
        "AABWAAAAGwEFAAEAAABeAAAAKAEDAAEAAAACAAAAEwIDAAEAAAABAAAAaYcEAAEAAABmAAAAAAAAADhjAADoAwAAOGMAAOgDAAAGAACQBwAE" +
        "AAAAMDIxMAGRBwAEAAAAAQIDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAAKAAAAAOgBAABAAAAHgAAAAAAAAA=");

    public static readonly byte[] Avif = Convert.FromBase64String(
        "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRt" +
        "AAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAHgAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGF2MDEAAAAAamlw" +
        "cnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAAAAAoAAAAHgAAABBwaXhpAAAAAAMICAgAAAAX" +
        "aXBtYQAAAAAAAAABAAEEgYIDhAAAACZtZGF0EgAKCRgVJ+sECAgaEDIPGAAAAEALPTLaRxhtAGF4");

    public static readonly byte[] Gif = Convert.FromBase64String(
        "R0lGODlhKAAeAIAAAEdwTMhQKCH/C05FVFNDQVBFMi4wAwEAAAAh+QQFAAAAACwAAAAAKAAeAAACIYyPqcvtD6OctNqLs968+w+G4kiW5omm" +
        "6sq27gvH8kxzBQA7");

    public static IReadOnlyList<(string Name, byte[] Bytes)> All { get; } =
    [
        ("jpeg", Jpeg), ("progressive jpeg", ProgressiveJpeg), ("png", Png), ("lossy webp", LossyWebP),
        ("lossless webp", LosslessWebP), ("transparent webp", TransparentWebP), ("avif", Avif), ("gif", Gif),
    ];

    /// <summary>A PNG header that claims more than it holds.</summary>
    public static byte[] PngClaiming(int width, int height)
    {
        var bytes = Png.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        return bytes;
    }
}
