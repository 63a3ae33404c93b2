using System.ComponentModel.DataAnnotations;

namespace Metadata.Client;

/// <summary>The value must be an absolute http or https address, or with a separator one or several of them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HttpAddressAttribute()
    : ValidationAttribute("The field {0} must be an absolute http or https address, such as http://localhost:8081.")
{
    private readonly char? _separator;

    public HttpAddressAttribute(char separator)
        : this()
    {
        _separator = separator;
        ErrorMessage = "The field {0} must be an absolute http or https address, such as http://localhost:8081, "
            + $"or several with '{separator}' between them.";
    }

    public override bool IsValid(object? value) => value switch
    {
        null => true,
        string text when _separator is { } separator => Split(text, separator) is { Length: > 0 } parts && parts.All(IsAddress),
        string text => IsAddress(text),
        _ => IsAddress(value as Uri),
    };

    internal static string[] Split(string text, char separator) =>
        text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && IsAddress(address);

    private static bool IsAddress(Uri? address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
