using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HomsScreenings.Benchmarks;

/// <summary>An answer of the real program: its bytes, and the headers that belong to them.</summary>
sealed record Recorded(string ContentType, string ETag, string LastModified, string CacheControl, byte[] Body)
{
    public static Recorded Read(string folder, string name)
    {
        var head = File.ReadAllLines(Path.Combine(folder, name + ".head"));
        return new Recorded(head[0], head[1], head[2], head[3], File.ReadAllBytes(Path.Combine(folder, name + ".body")));
    }

    public void Write(string folder, string name)
    {
        File.WriteAllLines(Path.Combine(folder, name + ".head"), [ContentType, ETag, LastModified, CacheControl]);
        File.WriteAllBytes(Path.Combine(folder, name + ".body"), Body);
    }
}

/// <summary>
/// What the real program is held against: Kestrel alone, which sends recorded bytes and looks at nothing. '/home' sends
/// the answer of that name; '/home/304' sends the 304 to it.
/// </summary>
static class BareKestrel
{
    public static async Task RunAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var answers = new Dictionary<string, RequestDelegate>(StringComparer.Ordinal);
        foreach (var name in Directory.GetFiles(folder, "*.body").Select(f => Path.GetFileNameWithoutExtension(f)))
        {
            var recorded = Recorded.Read(folder, name);
            answers[$"/{name}"] = context => Send(context.Response, recorded);
            answers[$"/{name}/304"] = context => SendUnchanged(context.Response, recorded);
        }
        await using var app = builder.Build();
        app.Run(context => answers.TryGetValue(context.Request.Path.Value!, out var send) ? send(context) : Missing(context.Response));
        await app.StartAsync();
        Console.WriteLine($"Bare Kestrel is at {app.Urls.Single()}");
        await app.WaitForShutdownAsync();
    }

    static Task Send(HttpResponse response, Recorded answer)
    {
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        SetCommon(response.Headers, answer);
        return response.Body.WriteAsync(answer.Body, 0, answer.Body.Length);
    }

    static Task SendUnchanged(HttpResponse response, Recorded answer)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        SetCommon(response.Headers, answer);
        return Task.CompletedTask;
    }

    static void SetCommon(IHeaderDictionary headers, Recorded answer)
    {
        headers.ETag = answer.ETag;
        headers.LastModified = answer.LastModified;
        headers.CacheControl = answer.CacheControl;
    }

    static Task Missing(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
