FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# What decides about packages comes first, so that a change of the sources does not restore them anew.
COPY .editorconfig global.json Directory.Build.props Directory.Packages.props ./
COPY migrations/Migrations.props migrations/
COPY migrations/Sqlite/HomsScreenings.Migrations.Sqlite.csproj migrations/Sqlite/
COPY migrations/Postgres/HomsScreenings.Migrations.Postgres.csproj migrations/Postgres/
COPY src/HomsScreenings/HomsScreenings.csproj src/HomsScreenings/
COPY src/HomsScreenings.Web/HomsScreenings.Web.csproj src/HomsScreenings.Web/WwwrootAtTheTop.targets src/HomsScreenings.Web/
RUN dotnet restore src/HomsScreenings.Web -p:Configuration=Release

COPY data data
COPY wwwroot wwwroot
COPY migrations migrations
COPY src src
# The commit stands in the version that the program says; the history itself is not in here.
ARG SOURCE_REVISION=
RUN dotnet publish src/HomsScreenings.Web --configuration Release --no-restore --output /app -p:SourceRevisionId=$SOURCE_REVISION


FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .

# Where SQLite keeps its file, and pictures lie unless they are kept in the database.
RUN mkdir --mode=700 /data && chown app:app /data
VOLUME /data
USER app

ENV ASPNETCORE_HTTP_PORTS=8080 \
    ConnectionStrings__Screenings="Data Source=/data/screenings.db" \
    Media__Folder=/data/media
EXPOSE 8080
HEALTHCHECK --interval=60s --timeout=10s --start-period=30s CMD ["dotnet", "HomsScreenings.Web.dll", "health"]
ENTRYPOINT ["dotnet", "HomsScreenings.Web.dll"]
