using System.Text;
using HomsScreenings.Records;
using HomsScreenings.Web.Pictures;
using NetVips;

namespace HomsScreenings.Tests.Pictures;

public sealed class PictureConverterTests
{
    sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateDirectory(
            System.IO.Path.Combine(RunFolder.Path, $"pictures-{Guid.NewGuid():N}")).FullName;

        public string With(byte[] file)
        {
            var path = System.IO.Path.Combine(Path, "upload");
            File.WriteAllBytes(path, file);
            return path;
        }

        public string Made => Directory.CreateDirectory(System.IO.Path.Combine(Path, "made")).FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    [Fact]
    public void What_is_unusual_is_taken_and_made_anew()
    {
        foreach (var (name, file) in Drawn.Odd())
        {
            using var folder = new Folder();
            var made = PictureConverter.Convert(folder.With(file), folder.Made);
            Assert.Matches("^#[0-9a-f]{6}$", made.Colour);
            var expected = PictureFile.WidthsOf(made.Width).SelectMany(w => PictureStore.Formats.Keys.Select(f => $"{w}.{f}"));
            var files = Directory.GetFiles(folder.Made);
            Assert.Equal($"{name}: {Listed(expected.Append("press.jpg"))}", $"{name}: {Listed(files.Select(f => Path.GetFileName(f)!))}");
            foreach (var path in files) ShowsNothingElse(name, path);
        }
    }

    static string Listed(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));

    static void ShowsNothingElse(string name, string path)
    {
        var bytes = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        foreach (var left in new[] { "Secretphone", "Exif", "http://ns.adobe.com", "<script", "GPS" })
            Assert.False(bytes.Contains(left, StringComparison.Ordinal), $"{name}: {Path.GetFileName(path)} has '{left}'.");
        using var picture = Image.NewFromFile(path);
        Assert.Equal((name, Enums.BandFormat.Uchar), (name, picture.Format));
        Assert.DoesNotContain(
            picture.GetFields(), f => f is "exif-data" or "xmp-data" or "iptc-data" or "icc-profile-data" or "orientation");
    }

    [Fact]
    public void What_is_none_or_too_large_or_broken_is_refused_in_words()
    {
        foreach (var (name, file) in Drawn.Hostile())
        {
            using var folder = new Folder();
            var refused = Record.Exception(() => PictureConverter.Convert(folder.With(file), folder.Made)) as PictureRefused;
            Assert.True(refused is not null, $"{name} is taken.");
            Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void It_stands_as_the_camera_was_held()
    {
        using var folder = new Folder();
        var made = PictureConverter.Convert(folder.With(Drawn.File(400, 300, with: Drawn.Telephone)), folder.Made);
        Assert.Equal((300, 400), (made.Width, made.Height));
    }

    [Fact]
    public void Whose_it_is_is_read_from_the_file()
    {
        using var folder = new Folder();
        Assert.Equal("An agency", PictureConverter.Convert(folder.With(Drawn.File(400, 300, with: Drawn.Credited)), folder.Made).Credit);
        Assert.Null(PictureCredit.Read("<not xml"u8.ToArray()));
        Assert.Null(PictureCredit.Read("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"u8.ToArray()));
    }
}
