using System.Net.Sockets;

namespace HomsScreenings.Tests.Processes;

/// <summary>Where no file may be opened any more the whole program ends: connections are refused before.</summary>
public sealed class OpenFilesTests
{
    // What a system usually allows, and twice the connections that fit into it; together with the program's own files they
    // fit even where a busy machine looks at all of them before it turns the first away.
    const int OpenFiles = 1024, Connections = 600;

    [Fact]
    public async Task More_connections_than_the_open_files_allow_are_refused_and_the_program_goes_on()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        await using var program = await RunningProgram.ServeAsync(OpenFiles, RunningProgram.SettingsFor(database));
        var clients = new List<TcpClient>();
        for (var i = 0; i < Connections; i++)
        {
            clients.Add(new TcpClient());
            await clients[^1].ConnectAsync(program.Url.Host, program.Url.Port);
        }
        // The last has been turned away once all were looked at: its end of the line is closed.
        Assert.Equal(0, await EndAsync(clients[^1]));
        foreach (var client in clients) client.Dispose();

        program.Terminate();
        var ended = await program.EndAsync();
        Assert.Equal((0, ""), (ended.Status, ended.Errors));
    }

    static async Task<int> EndAsync(TcpClient client)
    {
        try { return await client.GetStream().ReadAsync(new byte[1]).AsTask().WaitAsync(TimeSpan.FromSeconds(60)); }
        catch (IOException) { return 0; }
    }
}
