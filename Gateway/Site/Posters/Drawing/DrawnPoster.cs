namespace Gateway.Site.Posters.Drawing;
internal static class DrawnPoster
{
    public static string Draw(PosterSubject subject, int width) => $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\"/>{subject.Seed}";
}
