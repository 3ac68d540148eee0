namespace HomsScreenings.Web.Site;

static class SecurityEventSettings
{
    const int DefaultDays = 365;

    /// <summary>For how many days it can be looked up who got in and who changed whose rights.</summary>
    public static int SecurityEventDays(this IConfiguration settings) => settings.AtLeastOne("Accounts:EventDays", DefaultDays);
}
