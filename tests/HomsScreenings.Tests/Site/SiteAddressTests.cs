using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace HomsScreenings.Tests.Site;

/// <summary>Where links in mail lead, which no request asks for.</summary>
public sealed class SiteAddressTests
{
    [Theory]
    [InlineData("https://screenings.example.org/", "http://[::]:8080", "https://screenings.example.org")]
    [InlineData(null, "http://[::]:8080", "http://localhost:8080")]
    [InlineData(null, "http://+:8080", "http://localhost:8080")]
    [InlineData(null, "http://127.0.0.1:5081", "http://127.0.0.1:5081")]
    public void The_setting_says_where_the_site_is_and_else_where_it_listens(string? setting, string listens, string expected)
    {
        using var server = new Server(listens);
        Assert.Equal(expected, new SiteAddress(Options.Create(new SiteOptions { BaseUrl = setting }), server).Base());
    }

    sealed class Server : IServer, IServerAddressesFeature
    {
        public Server(string address)
        {
            Addresses = [address];
            Features.Set<IServerAddressesFeature>(this);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();
        public ICollection<string> Addresses { get; }
        public bool PreferHostingUrls { get; set; }
        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public void Dispose() { }
    }
}
