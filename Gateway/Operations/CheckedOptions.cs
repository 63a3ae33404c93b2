using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Gateway.Operations;

internal static class CheckedOptions
{
    /// <summary>Binds <typeparamref name="T"/> to a section and checks its annotations at the start.</summary>
    public static IServiceCollection AddCheckedOptions<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<T>>(provider =>
            new AnnotatedOptions<T>(section, provider.GetRequiredService<IConfiguration>()));
        return services;
    }
}

/// <summary>Says which key is wrong, what it holds and what to do; the framework names only the property.</summary>
internal sealed class AnnotatedOptions<T>(string section, IConfiguration configuration) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var faults = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(Describe));
    }

    private string Describe(ValidationResult fault)
    {
        var key = $"{section}:{fault.MemberNames.FirstOrDefault()}";
        var variable = key.Replace(":", "__", StringComparison.Ordinal);
        return $"{key} is \"{configuration[key]}\". {fault.ErrorMessage} "
            + $"Correct it in appsettings.json or in the environment variable {variable}.";
    }
}
