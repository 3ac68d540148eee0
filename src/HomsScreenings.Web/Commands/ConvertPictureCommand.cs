using System.CommandLine;
using HomsScreenings.Web.Pictures;

namespace HomsScreenings.Web.Commands;

/// <summary>
/// The verb 'convert-picture', by which the program starts itself for each picture that is uploaded: what it says is for
/// <see cref="PictureProcess"/>, not for people.
/// </summary>
static class ConvertPictureCommand
{
    // More than the largest picture that is taken needs, less than would hurt a small machine.
    static readonly TimeSpan MaxCpu = TimeSpan.FromSeconds(60);
    const long MaxFile = 64L * 1024 * 1024, MaxMemory = 768L * 1024 * 1024;

    public static Command Verb()
    {
        var file = new Argument<string>("FILE");
        var folder = new Argument<string>("FOLDER");
        var verb = new Command(PictureProcess.Verb, "Makes the files of a picture; the program calls it itself.")
        {
            Arguments = { file, folder },
            Hidden = true,
        };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetRequiredValue(folder)));
        return verb;
    }

    static int Run(string file, string folder)
    {
        ProcessLimits.Set(MaxCpu, MaxFile, MaxMemory);
        try
        {
            PictureConverter.ReadPicturesAlone();
            Console.WriteLine(PictureConverter.Convert(file, folder).ToJson());
            return CommandLine.Done;
        }
        catch (PictureRefused refused)
        {
            Console.Error.WriteLine(refused.Reason);
        }
        catch (IOException)
        {
            Console.Error.WriteLine(PictureRefusal.NoRoom);
        }
        return CommandLine.InputIsWrong;
    }
}
