namespace HomsScreenings.Web.Pages.Shared;

/// <summary>What a page leaves out of a day that is too long for it: how many, and where they are.</summary>
public sealed record LeftOut(int Screenings, string Address);
