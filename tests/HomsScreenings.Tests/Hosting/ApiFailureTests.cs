using System.Text.Json.Nodes;
using HomsScreenings.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Hosting;

public sealed class ApiFailureTests
{
    [Theory]
    [InlineData("/api/v1/films", true, 500)]
    [InlineData("/api/v1/films", false, 503)]
    public async Task A_program_is_told_of_a_failure_as_of_every_other_problem(string path, bool isOurs, int status)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider(),
            Request = { Path = path },
            Response = { Body = body },
        };
        Exception problem = isOurs ? new InvalidOperationException("It broke.") : new TimeoutException();
        Assert.True(await new ApiFailure().TryHandleAsync(context, problem, default));
        body.Position = 0;
        var answer = context.Response;
        Assert.Equal((status, status, "application/problem+json", "*"), (answer.StatusCode,
            (int)JsonNode.Parse(body)!["status"]!, answer.ContentType, answer.Headers.AccessControlAllowOrigin.ToString()));
    }

    [Fact]
    public async Task A_page_is_not_answered_by_it() => Assert.False(await new ApiFailure().TryHandleAsync(
        new DefaultHttpContext { Request = { Path = "/films" } }, new InvalidOperationException(), default));
}
