using System.CodeDom.Compiler;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Endpoints;

public sealed class EndpointBindingTests
{
    [Fact]
    public async Task What_an_endpoint_needs_is_bound_by_code_of_the_build_and_none_of_it_is_taken_for_a_body()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var ours = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<MethodInfo>()?.Module.Assembly == typeof(Program).Assembly).ToList();
        Assert.True(ours.Count > 20, $"Only {ours.Count} endpoints were found.");
        Assert.Empty(ours.Where(e => e.Metadata.GetMetadata<GeneratedCodeAttribute>() is null).Select(e => e.DisplayName));
        // An unmarked service might be a JSON body to the generator, and routing prefers what takes any body at the same address.
        Assert.Empty(ours.Where(e => e.Metadata.GetMetadata<IAcceptsMetadata>() is not null).Select(e => e.DisplayName));
    }
}
