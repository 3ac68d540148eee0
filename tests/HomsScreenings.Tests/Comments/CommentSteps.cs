using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Comments;

/// <summary>What those do in a browser who write comments and moderate them.</summary>
static class CommentSteps
{
    extension(ScreeningsApp app)
    {
        /// <summary>Opens comments under a film, which is made where there is none.</summary>
        public async Task OpenCommentsAsync(string film = "Return to Homs", Action<Discussion>? and = null, string? organisation = null)
        {
            var organisationId = organisation is null ? (int?)null : await app.Programme.AddOrganisation(organisation);
            var filmId = await app.Programme.AddFilm(film, and: f => f.OrganisationId = organisationId);
            await app.InDbAsync(async db =>
            {
                var discussion = new Discussion { FilmId = filmId, IsOpen = true };
                and?.Invoke(discussion);
                db.Discussions.Add(discussion);
                await db.SaveChangesAsync();
            });
        }

        /// <summary>Sends the form for comments, and returns what the site answered.</summary>
        public async Task<Answer> WriteCommentAsync(string path, params (string Name, string? Value)[] typed)
        {
            var writer = app.AsVisitor();
            var form = await writer.GetAsync($"{path.Split('?')[0]}/comments/new{(path.Contains('?') ? path[path.IndexOf('?')..] : "")}");
            app.Clock.Pass(AtTheForm.AWhile);
            return await writer.SubmitAsync(form, $"{path.Split('?')[0]}/comments/new", changes: typed);
        }

        /// <summary>Writes a comment and follows the link in the mail.</summary>
        /// <returns>The path of the writer's page.</returns>
        public async Task<string> CommentAsync(string path, string text, string email = "ana@example.org", string? name = "Ana")
        {
            var answer = await app.WriteCommentAsync(path, ("Input.Text", text), ("Input.Email", email), ("Input.Name", name));
            Assert.Equal((303, "/comments/sent"), (answer.Status, answer.Location));
            var page = await app.LinkOfCommentAsync();
            Assert.Equal(303, (await app.AsVisitor().SendAsync(HttpMethod.Post, page, Act("send"))).Status);
            return page;
        }

        /// <summary>The address of the page of whoever wrote the latest comment, as a mail brings it.</summary>
        public Task<string> LinkOfCommentAsync() => app.InDbAsync(async db =>
        {
            var comment = await db.Comments.OrderBy(c => c.Id).LastAsync();
            var secret = db.IssueToken(TokenPurpose.Comment, comment.Id, app.Clock.Now);
            await db.SaveChangesAsync();
            return $"/comments/{secret}";
        });

        /// <summary>Accepts the comment that was written last.</summary>
        public async Task DecideAsync(Client moderator, string act = "accept")
        {
            var id = await app.InDbAsync(db => db.Comments.MaxAsync(c => c.Id));
            Assert.Equal(302, (await moderator.FillAsync($"/organise/comments/{id}", ("act", act))).Status);
        }

        /// <summary>The texts of comments that the public reads on a page.</summary>
        public async Task<IReadOnlyList<string>> ReadCommentsAsync(string path = "/films/return-to-homs") =>
            (await app.AsVisitor().GetAsync(path)).Texts(".comment p[dir]");
    }

    public static FormUrlEncodedContent Act(string act, params (string, string)[] more) =>
        new(more.Append(("act", act)).Select(p => new KeyValuePair<string, string>(p.Item1, p.Item2)));
}
