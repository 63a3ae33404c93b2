using System.ComponentModel.DataAnnotations;

namespace Metadata.Client;

/// <summary>The value must be an absolute http or https address.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HttpAddressAttribute()
    : ValidationAttribute("The field {0} must be an absolute http or https address, such as http://localhost:8081.")
{
    public override bool IsValid(object? value) =>
        value is null or Uri { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
