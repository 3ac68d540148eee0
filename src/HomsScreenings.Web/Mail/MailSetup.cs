using HomsScreenings.Bookings;
using HomsScreenings.Interests;

namespace HomsScreenings.Web.Mail;

/// <summary>Mail: put into the outbox by requests, worded and sent by this program beside them.</summary>
static class MailSetup
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Mail").Get<MailOptions>() ?? new MailOptions();
        options.Check();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(services => MailKinds.Composers(
            services.GetRequiredService<GuestOptions>(), services.GetRequiredService<InterestOptions>()));
        builder.Services.AddScoped<LetterPost>();
        builder.Services.AddSingleton<MailSender>();
        builder.Services.AddScoped<BounceReader>();
        builder.Services.AddSingleton<Func<IBounceMailbox>>(() => new ImapMailbox(options));
    }
}
