using Metadata.Client;

namespace Gateway.Reports;

internal static class ReportServices
{
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddCheckedOptions<ReportOptions>(ReportOptions.Section);
        services.AddSingleton<VisitorReports>();
        services.AddHostedService<ReportSender>();
        return services;
    }
}
