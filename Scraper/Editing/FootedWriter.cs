using System.Text;

namespace Scraper.Editing;

/// <summary>The error stream of a terminal, with lines at its foot that are drawn anew while work goes on. Whatever else is
/// written, a warning of the log for one, stands above them.</summary>
/// <param name="width">Columns of the terminal, asked anew at each drawing.</param>
internal sealed class FootedWriter(TextWriter screen, Func<int> width) : TextWriter
{
    private const string ClearBelow = "\e[J";

    private readonly Lock _lock = new();
    private IReadOnlyList<string> _shown = [];
    private bool _isLineOpen;

    public override Encoding Encoding => screen.Encoding;

    public int Width => Math.Max(width(), 1);

    /// <summary>Draws the foot, in the place of what stood there. Put off while a line above is not finished, as a question
    /// is not.</summary>
    /// <param name="lines">None longer than the terminal is wide.</param>
    public void Draw(IReadOnlyList<string> lines)
    {
        lock (_lock)
        {
            if (_isLineOpen)
            {
                return;
            }

            screen.Write(Erasure() + string.Join('\n', lines));
            screen.Flush();
            _shown = lines;
        }
    }

    public void Erase() => Draw([]);

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        lock (_lock)
        {
            screen.Write(Erasure() + value);
            _shown = [];
            _isLineOpen = value[^1] != '\n';
        }
    }

    public override void Flush() => screen.Flush();

    /// <summary>From the end of the foot back to its beginning: a terminal made narrower since has broken its lines.</summary>
    private string Erasure()
    {
        if (_shown.Count == 0)
        {
            return "";
        }

        var rows = _shown.Sum(line => Math.Max(1, (line.Length + Width - 1) / Width));
        return (rows > 1 ? $"\r\e[{rows - 1}A" : "\r") + ClearBelow;
    }
}
