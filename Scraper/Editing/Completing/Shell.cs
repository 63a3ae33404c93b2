namespace Scraper.Editing.Completing;

/// <summary>How each shell asks for what may come next: it hands over the line up to the cursor, and gets a word a line.</summary>
internal static class Shell
{
    private const string Bash = """
        _scraper() {
            local IFS=$'\n'
            COMPREPLY=($(scraper complete --line "${COMP_LINE:0:COMP_POINT}" 2>/dev/null))
        }
        complete -o default -o nosort -F _scraper scraper
        """;

    private const string Zsh = """
        _scraper() {
            local -a found
            found=("${(@f)$(scraper complete --line "${(j: :)words[1,CURRENT]}" 2>/dev/null)}")
            if [[ -n "$found" ]]; then compadd -V scraper -a found; else _files; fi
        }
        compdef _scraper scraper
        """;

    private const string Fish = """
        complete -c scraper -k -a '(scraper complete --line (commandline -cp) 2>/dev/null)'
        """;

    private const string Pwsh = """
        Register-ArgumentCompleter -Native -CommandName scraper -ScriptBlock {
            param($word, $line, $cursor)
            scraper complete --line $line.ToString().PadRight($cursor).Substring(0, $cursor) 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    public static IReadOnlyList<string> Names { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <param name="name">One of <see cref="Names"/>.</param>
    public static string Script(string name) => name switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        _ => Pwsh,
    };
}
