using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Metadata.Client;

/// <summary>Options whose mistakes are told by key, value and remedy, the same way in every service.</summary>
public static class CheckedOptions
{
    /// <summary>Binds <typeparamref name="T"/> to a section and checks its annotations.</summary>
    public static IServiceCollection AddCheckedOptions<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddOptions<T>().Configure<IConfiguration>((options, configuration) => Bind(options, configuration, section))
            .ValidateOnStart();
        return services.AddSingleton<IValidateOptions<T>>(provider =>
            new AnnotatedOptions<T>(section, provider.GetRequiredService<IConfiguration>()));
    }

    /// <summary>Checks all options at once; to be called before the host starts, which would log a stack trace.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong; several come as one AggregateException.</exception>
    public static void CheckSettings(this IServiceProvider services) =>
        services.GetRequiredService<IStartupValidator>().Validate();

    private static void Bind<T>(T options, IConfiguration configuration, string section)
        where T : class
    {
        try
        {
            configuration.GetSection(section).Bind(options);
        }
        catch (InvalidOperationException unreadable)
        {
            // The framework's sentence names the key, the value and the type.
            throw new OptionsValidationException(
                Options.DefaultName, typeof(T),
                [$"{unreadable.Message} Correct it in appsettings.json or in the environment, where ':' is written '__'."]);
        }
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
