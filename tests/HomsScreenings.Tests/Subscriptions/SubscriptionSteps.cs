using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Subscriptions;

/// <summary>A mail as it would leave now; without a text where there is nothing to say.</summary>
sealed record WaitingMail(OutboxMessage Message, PendingLetter Letter, string? WhyNot, string Subject, string Text);

/// <summary>What subscribers do in a browser, and what the program does for them beside that.</summary>
static class SubscriptionSteps
{
    public const string Email = "ana.unusual@example.org";

    extension(ScreeningsApp app)
    {
        /// <summary>Sends the form, and returns what the site answered.</summary>
        /// <param name="query">What is followed: '?city=London'.</param>
        public async Task<Answer> SignUpAsync(string query = "", string? email = Email, string? rhythm = null, string language = "")
        {
            var (visitor, path) = (app.AsVisitor(), $"{language}/subscribe/email{query}");
            var form = await visitor.GetAsync(path);
            app.Clock.Pass(AtTheForm.AWhile);
            (string, string?)[] typed = [("Input.Email", email)];
            return await visitor.SubmitAsync(form, path, changes: rhythm is null ? typed : [.. typed, ("Input.Choice.Rhythm", rhythm)]);
        }

        /// <summary>Signs up and confirms.</summary>
        /// <returns>The path of the subscriber's page.</returns>
        public async Task<string> FollowAsync(
            string query = "", string rhythm = "at-once", string email = Email, string language = "")
        {
            Assert.Equal((303, $"{language}/subscribe/sent"), await StatusAndPlaceAsync(app.SignUpAsync(query, email, rhythm, language)));
            var page = await app.LinkOfSubscriberAsync();
            Assert.Equal((303, page), await StatusAndPlaceAsync(app.ActAsync(page, "confirm")));
            await app.GoOnAsync();
            return page;
        }

        /// <summary>The address of the page of the subscription made last, or last with a filter, as a mail brings it.</summary>
        public Task<string> LinkOfSubscriberAsync(Duration? validFor = null, string? filter = null) => app.InDbAsync(async db =>
        {
            var id = await db.Subscriptions.Where(s => filter == null || s.Filter == filter).MaxAsync(s => s.Id);
            var secret = db.IssueToken(TokenPurpose.Subscription, id, app.Clock.Now, app.Clock.Now + validFor);
            await db.SaveChangesAsync();
            return $"/subscriptions/{secret}";
        });

        /// <summary>Presses a button of a subscriber's page.</summary>
        public Task<Answer> ActAsync(string page, string act, params (string, string)[] more) => app.AsVisitor().SendAsync(HttpMethod.Post,
            page, new FormUrlEncodedContent(more.Append(("act", act)).Select(p => KeyValuePair.Create(p.Item1, p.Item2))));

        /// <summary>Lets time pass, and does what falls due.</summary>
        public async Task GoOnAsync(double minutes = 2)
        {
            app.Clock.Pass(Duration.FromMinutes(minutes));
            await app.Services.GetRequiredService<BackgroundJobs>().RunAsync("subscriptions", CancellationToken.None);
        }

        /// <summary>What is published now is seen, gathered and made a mail.</summary>
        public async Task GatherAsync()
        {
            await app.GoOnAsync();
            await app.GoOnAsync(SubscriptionRhythms.GathersFor.TotalMinutes);
        }

        /// <summary>The mails of a kind that have not left, in the order in which they were written.</summary>
        public async Task<IReadOnlyList<WaitingMail>> MailsAsync(string kind = SubscriptionMailKind.Digest) =>
            await app.InDbAsync(async db =>
        {
            var mails = new List<WaitingMail>();
            foreach (var message in await db.Outbox.AsNoTracking().Where(m => m.Kind == kind && m.SentAt == null).OrderBy(m => m.Id)
                .ToListAsync())
            {
                var (pending, _) = await app.Services.GetRequiredService<LetterComposers>().ReadAsync(db, message, CancellationToken.None);
                var letter = pending!.Write(new MailSite("Homs Screenings", ScreeningsApp.BaseUrl), "SECRET");
                mails.Add(new(message, pending, pending.WhyNot(app.Clock.Now), letter.Subject, LetterText.Write(letter)));
            }
            return mails;
        });

        /// <summary>The one digest that waits; it is sent, so that the next is alone.</summary>
        public async Task<WaitingMail> TheDigestAsync()
        {
            var mail = Assert.Single(await app.MailsAsync());
            await app.InDbAsync(db => db.MarkSentAsync(mail.Message.Id, app.Clock.Now, CancellationToken.None));
            return mail;
        }
    }

    public static async Task<(int, string?)> StatusAndPlaceAsync(Task<Answer> asking)
    {
        var answer = await asking;
        return (answer.Status, answer.Location);
    }
}
