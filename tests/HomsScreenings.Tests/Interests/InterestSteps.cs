using HomsScreenings.Interests;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Tests.Subscriptions;
using HomsScreenings.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static HomsScreenings.Tests.Subscriptions.SubscriptionSteps;

namespace HomsScreenings.Tests.Interests;

/// <summary>What people do who would like a film to be shown near them, and what the program does for them beside that.</summary>
static class InterestSteps
{
    public const string FilmPage = "/films/return-to-homs", Email = SubscriptionSteps.Email;

    extension(ScreeningsApp app)
    {
        /// <summary>Sends the form, and returns what the site answered.</summary>
        public async Task<Answer> AskAsync(string town = "Leeds", string? email = Email, int km = 25, string path = FilmPage,
            params (string, string?)[] more)
        {
            var (visitor, form) = (app.AsVisitor(), path + "/near-me");
            var page = await visitor.GetAsync(form);
            app.Clock.Pass(AtTheForm.AWhile);
            (string, string?)[] typed = [("Input.Town", town), ("Input.Email", email), ("Input.Km", $"{km}")];
            return await visitor.SubmitAsync(page, form, changes: [.. typed, .. more]);
        }

        /// <summary>Asks and confirms.</summary>
        /// <returns>The path of the own page.</returns>
        public async Task<string> WaitAsync(string town = "Leeds", string email = Email, int km = 25, string path = FilmPage)
        {
            Assert.Equal((303, "/interests/sent"), await StatusAndPlaceAsync(app.AskAsync(town, email, km, path)));
            var page = await app.LinkOfInterestAsync();
            Assert.Equal((303, page), await StatusAndPlaceAsync(app.ActAsync(page, "confirm")));
            return page;
        }

        /// <summary>The page of the interest made last, as a mail brings it.</summary>
        public Task<string> LinkOfInterestAsync() => app.InDbAsync(async db =>
        {
            var secret = db.IssueToken(TokenPurpose.Interest, await db.Interests.MaxAsync(i => i.Id), app.Clock.Now);
            await db.SaveChangesAsync();
            return $"/interests/{secret}";
        });

        /// <summary>Lets time pass, and does what falls due.</summary>
        public async Task LookAsync(double minutes = 2)
        {
            app.Clock.Pass(Duration.FromMinutes(minutes));
            await app.Services.GetRequiredService<BackgroundJobs>().RunAsync("interests", CancellationToken.None);
        }

        /// <summary>A screening that is announced in a town.</summary>
        public async Task<Screening> AnnounceAsync(
            string town, string? series = null, string film = "Return to Homs", bool published = true)
        {
            var venue = $"Cinema {town}";
            await app.Programme.AddVenue(venue, town);
            return await app.Programme.AddScreening(film, at: venue, series: series, published: published);
        }

        /// <summary>So many people wait, who have confirmed.</summary>
        public Task CrowdAsync(int count, string town, int film, string who = "person") => app.InDbAsync(async db =>
        {
            db.Interests.AddRange(
                Enumerable.Range(0, count).Select(i => Someone($"{who}{i}-{town}@example.org", town, film, app.Clock.Now)));
            await db.SaveChangesAsync();
        });

        /// <summary>The mails that wait to tell somebody.</summary>
        public Task<IReadOnlyList<WaitingMail>> ToldAsync() => app.MailsAsync(InterestMailKind.Told);
    }

    public static Interest Someone(string email, string town, int film, Instant now) => new()
    {
        FilmId = film,
        Email = email,
        EmailKey = email,
        Language = "en",
        Town = town,
        Country = "GB",
        Part = "ENG",
        Latitude = 53.8,
        Longitude = -1.55,
        Km = 25,
        AskedAt = now,
        ConfirmedAt = now,
        LookedUntil = now - Duration.FromMinutes(1),
    };
}
