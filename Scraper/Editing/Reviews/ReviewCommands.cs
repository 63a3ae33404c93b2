using System.CommandLine;
using Metadata.Client;
using Scraper.Journal;

namespace Scraper.Editing.Reviews;

/// <summary>scraper review: what the machine leaves to an editor.</summary>
internal sealed class ReviewCommands(CommandContext context)
{
    private readonly Argument<string> _id = new("ID") { Description = "v12, an upload that may be a film; m7, whose film is unsure; p3, said by visitors to be of another film." };

    private readonly Option<int?> _into = new("--into") { Description = "The film that the upload is of.", HelpName = "MOVIE" };

    private readonly Option<string?> _reason = EditorOptions.Reason();

    private readonly Option<int> _page = EditorOptions.Page();

    private readonly Option<bool> _json = EditorOptions.Json();

    public Command Create()
    {
        var list = new EditorCommand("list", "Lists what waits for a decision, newest first.", "scraper review list") { _page, _json };
        list.SetAction((parsed, token) => RunAsync((services, screen) => new ReviewLists(services, screen)
            .ListAsync(Math.Max(1, parsed.GetValue(_page)), token), parsed, token));

        var show = new EditorCommand("show", "Shows one of them with all that is known.", "scraper review show v12") { _id, _json };
        show.SetAction((parsed, token) => RunAsync(
            (services, screen) => new ReviewLists(services, screen).ShowAsync(ReviewId.Parse(parsed.GetValue(_id)!), token),
            parsed, token));

        var accept = new EditorCommand(
                "accept", "v: it is a film and is published. m: it is of the film proposed. p: it leaves its film.",
                "scraper review accept v12",
                "scraper review accept m7 --into 31 --reason \"the restored version\"")
        {
            _id, _into, _reason, _json,
        };
        accept.SetAction((parsed, token) => RunAsync((services, screen) =>
        {
            var (id, note) = (ReviewId.Parse(parsed.GetValue(_id)!), EditorOptions.Note(parsed.GetValue(_reason)));
            return id.Kind switch
            {
                ReviewKind.Upload => new UploadVerdicts(services, screen).AcceptAsync(id, parsed.GetValue(_into), note, token),
                ReviewKind.Match => AcceptMatchAsync(services, screen, id, parsed.GetValue(_into), note, token),
                _ => new ReportVerdicts(services, screen).AcceptAsync(id, parsed.GetValue(_into), note, token),
            };
        }, parsed, token));

        var reject = new EditorCommand(
                "reject", "v: it is no film, also when it is found again. m: it stays a film of its own. p: it stays in its film.",
                "scraper review reject v12 --reason \"a retelling\"")
        {
            _id, _reason, _json,
        };
        reject.SetAction((parsed, token) => RunAsync((services, screen) =>
        {
            var (id, note) = (ReviewId.Parse(parsed.GetValue(_id)!), EditorOptions.Note(parsed.GetValue(_reason)));
            return id.Kind switch
            {
                ReviewKind.Upload => new UploadVerdicts(services, screen).RejectAsync(id, note, token),
                ReviewKind.Match => RejectMatchAsync(services, screen, id, note, token),
                _ => new ReportVerdicts(services, screen).RejectAsync(id, note, token),
            };
        }, parsed, token));

        return new Command("review", "Lists what the machine will not decide, and decides it.") { list, show, accept, reject };
    }

    private Task<int> RunAsync(
        Func<IServiceProvider, ReviewScreen, Task<int>> act, ParseResult parsed, CancellationToken cancellationToken) =>
        context.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
            return await act(services, new ReviewScreen(context.Terminal, parsed.GetValue(_json)));
        });

    private static async Task<int> AcceptMatchAsync(
        IServiceProvider services, ReviewScreen screen, ReviewId id, int? into, EditorNote note, CancellationToken cancellationToken)
    {
        var movie = await services.GetRequiredService<EditingClient>()
            .AcceptReviewAsync(id.Number, into, note, cancellationToken);
        return screen.Tell(
            new DecisionAnswer(CliJson.Schema, id.ToString(), ReviewDecision.Accepted, movie.Id),
            $"{id} accepted: the upload is in film {Movies.MovieScreen.NameOf(movie)}.");
    }

    private static async Task<int> RejectMatchAsync(
        IServiceProvider services, ReviewScreen screen, ReviewId id, EditorNote note, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<EditingClient>().RejectReviewAsync(id.Number, note, cancellationToken);
        return screen.Tell(
            new DecisionAnswer(CliJson.Schema, id.ToString(), ReviewDecision.Rejected),
            $"{id} rejected: the upload stays in the film of its own.");
    }
}
