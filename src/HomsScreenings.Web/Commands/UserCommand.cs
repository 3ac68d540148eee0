using System.CommandLine;
using System.Text;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Validation;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Hosting;
using HomsScreenings.Web.Storage;

namespace HomsScreenings.Web.Commands;

/// <summary>The verb 'user add': makes an account. The password comes on standard input, where no list of processes shows it.</summary>
static class UserCommand
{
    public static Command Verb(string[] settings)
    {
        var email = new Argument<string>("EMAIL") { Description = "The email address with which they sign in." };
        var admin = new Option<bool>("--admin") { Description = "They run the site." };
        var add = new Command("add", "Makes an account; the password is read from standard input.") { email, admin };
        add.SetAction(
            (parsed, cancellationToken) => AddAsync(settings, parsed.GetRequiredValue(email), parsed.GetValue(admin), cancellationToken));
        return new Command("user", "Accounts.") { add };
    }

    static async Task<int> AddAsync(string[] settings, string email, bool admin, CancellationToken cancellationToken)
    {
        if (!EmailAddresses.IsOne(email)) return await RefuseAsync([$"'{email}' is not an email address."]);
        await using var app = SiteBuilder.Build(settings);
        await app.Services.RequireDatabaseAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();

        var (user, problems) = await scope.ServiceProvider.GetRequiredService<NewAccounts>()
            .AddAsync(email, await ReadPasswordAsync(cancellationToken));
        if (problems.Count > 0) return await RefuseAsync(problems.Select(p => p.Description).Distinct());
        if (admin) await db.AddSiteRoleAsync(user, SiteRoles.Administrator, cancellationToken);
        if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved)
            return await RefuseAsync(["Somebody else made the same account at this moment; nothing was saved."]);
        // The row alone: what the command says is its line.
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().Now();
        db.SecurityEvents.Add(new() { Kind = SecurityEventKind.AccountMade, At = now, AccountId = user.Id, ById = null });
        await db.SaveChangesAsync(cancellationToken);
        Console.WriteLine(admin ? $"Made the account of {email}, who runs the site." : $"Made the account of {email}.");
        return CommandLine.Done;
    }

    static async Task<int> RefuseAsync(IEnumerable<string> problems)
    {
        foreach (var problem in problems) await Console.Error.WriteLineAsync(problem);
        return CommandLine.InputIsWrong;
    }

    static async Task<string> ReadPasswordAsync(CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected) return await Console.In.ReadLineAsync(cancellationToken) ?? "";
        await Console.Error.WriteAsync("Password: ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
            if (key.Key != ConsoleKey.Backspace) typed.Append(key.KeyChar);
            else if (typed.Length > 0) typed.Length--;
        await Console.Error.WriteLineAsync();
        return typed.ToString();
    }
}
