namespace HomsScreenings.Mail;

/// <summary>What a mail says of the site that sends it.</summary>
/// <param name="Name">What the site is called.</param>
/// <param name="Address">Its address, without a slash at the end.</param>
public sealed record MailSite(string Name, string Address);
