using HomsScreenings.Tests.Accounts;

namespace HomsScreenings.Tests.Organisations;

public sealed class SiteRightsTests
{
    [Theory, OnEachDatabase]
    public async Task An_administrator_gives_rights_and_takes_them_and_they_hold_at_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (administrator, person) = (await app.AsAdministratorAsync(), await app.AsOrganiserAsync());
        var rights = $"/organise/accounts/{person.UserId}";
        Assert.Equal(404, (await person.GetAsync("/organise/accounts")).Status);
        Assert.Equal(302, (await administrator.FillAsync(rights, ("IsAdministrator", "true"))).Status);
        Assert.Equal(200, (await person.GetAsync("/organise/accounts")).Status);
        Assert.Equal(302, (await administrator.FillAsync(rights, ("IsAdministrator", null), ("IsSiteEditor", "true"))).Status);
        Assert.Equal(404, (await person.GetAsync("/organise/accounts")).Status);
        Assert.Contains("site editor", (await administrator.GetAsync("/organise/accounts")).Texts("tbody td"));
    }

    [Theory, OnEachDatabase]
    public async Task The_last_administrator_stays_one_and_open(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var administrator = await app.AsAdministratorAsync();
        var own = $"/organise/accounts/{administrator.UserId}";
        Assert.Equal(422, (await administrator.FillAsync(own, ("IsAdministrator", null))).Status);
        Assert.Equal(422, (await administrator.FillAsync(own, ("IsLocked", "true"))).Status);
        Assert.Equal(200, (await administrator.GetAsync(own)).Status);
        await app.AsAdministratorAsync();
        Assert.Equal(302, (await administrator.FillAsync(own, ("IsAdministrator", null))).Status);
        Assert.Equal(404, (await administrator.GetAsync(own)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Of_administrators_who_dismiss_one_another_at_once_one_stays(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        Client[] two = [await app.AsAdministratorAsync(), await app.AsAdministratorAsync()];
        string Other(int i) => $"/organise/accounts/{two[1 - i].UserId}";
        var open = await Task.WhenAll(two.Select((p, i) => p.GetAsync(Other(i))));
        await Task.WhenAll(two.Select((p, i) => p.SubmitAsync(open[i], Other(i), changes: ("IsAdministrator", null))));
        var left = await Task.WhenAll(two.Select(p => p.GetAsync("/organise/mail")));
        Assert.Equal([200, 404], left.Select(a => a.Status).Order());
    }

    [Theory, OnEachDatabase]
    public async Task A_locked_account_is_out_at_once_and_gets_no_new_password_until_it_is_opened(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var administrator = await app.AsAdministratorAsync();
        var id = await app.AddAccountAsync("nadia@example.org");
        var person = app.AsVisitor();
        await person.SignInAsync("nadia@example.org");
        await administrator.FillAsync($"/organise/accounts/{id}", ("IsLocked", "true"));
        Assert.False(await person.IsSignedInAsync());
        Assert.Equal(422, (await app.AsVisitor().SignInAsync("nadia@example.org")).Status);
        await app.AskForNewPasswordAsync("nadia@example.org");
        Assert.Empty((await administrator.GetAsync("/organise/mail")).Texts("article"));

        await administrator.FillAsync($"/organise/accounts/{id}", ("IsLocked", null));
        Assert.Equal(302, (await app.AsVisitor().SignInAsync("nadia@example.org")).Status);
    }
}
