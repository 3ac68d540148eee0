using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Accounts;

/// <summary>Accounts with real passwords, for the tests that are about them.</summary>
static class SigningIn
{
    public const string Password = "light through a wall";

    extension(ScreeningsApp app)
    {
        public async Task<int> AddAccountAsync(string email, string password = Password)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var (user, problems) = await scope.ServiceProvider.GetRequiredService<NewAccounts>().AddAsync(email, password);
            Assert.Empty(problems);
            await scope.ServiceProvider.GetRequiredService<ScreeningsDb>().SaveChangesAsync();
            return user.Id;
        }

        /// <summary>Asks for a link to a new password, until it has been looked into.</summary>
        public async Task<Answer> AskForNewPasswordAsync(string email, Client? client = null)
        {
            var answer = await (client ?? app.AsVisitor()).FillAsync("/account/forgot-password", ("Email", email));
            await app.Services.GetRequiredService<PasswordResetQueue>().Answered;
            return answer;
        }

        /// <summary>What a further start of the program prints at the end of its link; the app's own start has done so before.</summary>
        public async Task<string?> NewSetupTokenAsync()
        {
            while (!await app.InDbAsync(async db => await db.Tokens.AnyAsync() || await db.Users.AnyAsync())) await Task.Delay(20);
            await using var scope = app.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SetupToken>().RenewAsync(CancellationToken.None);
        }

        /// <summary>The newest mail as it would leave now.</summary>
        public async Task<PendingLetter> NewestLetterAsync()
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
            var newest = await db.Outbox.AsNoTracking().OrderByDescending(m => m.Id).FirstAsync();
            var composers = scope.ServiceProvider.GetRequiredService<LetterComposers>();
            return (await composers.ReadAsync(db, newest, CancellationToken.None)).Letter!;
        }

        /// <summary>
        /// The first address in the newest mail, without the site's own; asked again it is another, as with each try to send.
        /// </summary>
        public async Task<string> LinkInNewestMailAsync()
        {
            var letter = await app.NewestLetterAsync();
            await using var scope = app.Services.CreateAsyncScope();
            var secret = await scope.ServiceProvider.GetRequiredService<LetterPost>().IssueAsync(letter.Token!, CancellationToken.None);
            var text = LetterText.Write(letter.Write(new MailSite("Homs Screenings", ScreeningsApp.BaseUrl), secret));
            var link = text.Split('\n').First(line => line.StartsWith($"{ScreeningsApp.BaseUrl}/", StringComparison.Ordinal));
            return link[ScreeningsApp.BaseUrl.Length..];
        }

        public Task<MemberRole?> RoleInAsync(string organisation, int userId) => app.InDbAsync(async db =>
            (await db.Members.SingleOrDefaultAsync(m => m.Organisation.Name == organisation && m.UserId == userId))?.Role);
    }

    extension(Client client)
    {
        public Task<Answer> SignInAsync(string email, string password = Password, string at = "/account/sign-in") =>
            client.FillAsync(at, ("Input.Email", email), ("Input.Password", password));

        public async Task<bool> IsSignedInAsync() => (await client.GetAsync("/account")).Status == 200;
    }
}
