using HomsScreenings.Mail;
using HomsScreenings.Web.Site;
using Microsoft.Extensions.Options;

namespace HomsScreenings.Web.Mail;

/// <summary>Mail: written into the outbox by requests, sent by this program beside them.</summary>
static class MailSetup
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Mail").Get<MailOptions>() ?? new MailOptions();
        options.Check();
        builder.Services.AddSingleton(options);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(OutboxOfThisRequest);
        builder.Services.AddScoped<GuestPost>();
        builder.Services.AddSingleton<MailSender>();
    }

    // In Development it is the request that says where the site is.
    static Outbox OutboxOfThisRequest(IServiceProvider services)
    {
        var request = services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request
            ?? throw new InvalidOperationException("Mail is written in a request only.");
        return new Outbox(services.GetRequiredService<IOptions<SiteOptions>>().Value.Name,
            services.GetRequiredService<SiteAddress>().Base(request));
    }
}
