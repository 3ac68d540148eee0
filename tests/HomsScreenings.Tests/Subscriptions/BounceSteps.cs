using HomsScreenings.Model;
using HomsScreenings.Subscriptions;
using HomsScreenings.Tests.Mail;
using HomsScreenings.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Subscriptions;

/// <summary>Mail that has left, and what comes back of it.</summary>
static class BounceSteps
{
    extension(ScreeningsApp app)
    {
        /// <summary>A mail about what is new has left, to the subscriber who follows that; or one of another kind to somebody.</summary>
        /// <returns>Its identifier.</returns>
        public Task<string> SendMailAsync(string filter = "", string kind = SubscriptionMailKind.Digest) => app.InDbAsync(async db =>
        {
            var subscription = await db.Subscriptions.Where(s => s.Filter == filter).Select(s => s.Id).FirstOrDefaultAsync();
            var mail = OutboxMessage.New(kind, subscription, app.Clock.Now);
            (mail.Attempts, mail.SentAt) = (1, app.Clock.Now);
            db.Outbox.Add(mail);
            await db.SaveChangesAsync();
            return $"{mail.MessageId}@screenings.test";
        });

        /// <summary>Reads what lies in the mailbox.</summary>
        public async Task ReadAsync(FakeMailbox mailbox)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<BounceReader>().RunAsync(mailbox, CancellationToken.None);
        }

        /// <summary>These messages arrive and are read.</summary>
        public Task ReadAsync(params string[] messages)
        {
            var mailbox = new FakeMailbox();
            foreach (var message in messages) mailbox.Receive(message);
            return app.ReadAsync(mailbox);
        }

        /// <summary>On each of so many days a mail leaves and comes back at once; then it is a day later.</summary>
        public async Task BounceAsync(int days, string filter = "", string email = SubscriptionSteps.Email)
        {
            for (var day = 0; day < days; day++)
            {
                await app.ReadAsync(SomeReports.OfPostfix(await app.SendMailAsync(filter), email));
                app.Clock.Pass(NodaTime.Duration.FromDays(1));
            }
        }

        /// <summary>What each subscription has against it, and whether it is stopped, in the order in which they were asked for.</summary>
        public Task<List<(int, bool)>> BouncesAsync() => app.InDbAsync(async db =>
            (await db.Subscriptions.OrderBy(s => s.Id).Select(s => new { s.HardBounces, IsStopped = s.StoppedAt != null }).ToListAsync())
                .ConvertAll(s => (s.HardBounces, s.IsStopped)));
    }
}
