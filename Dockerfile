FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.*.props .editorconfig ./
COPY src/Retrieval/Retrieval.csproj src/Retrieval/packages.lock.json src/Retrieval/
COPY src/BotHost/BotHost.csproj src/BotHost/packages.lock.json src/BotHost/
RUN dotnet restore src/BotHost --locked-mode
COPY src src
# ReadyToRun halves the start. No trimming and no native AOT: Lucene finds its codecs by reflection.
RUN dotnet publish src/BotHost -c Release -o /app -p:PublishReadyToRun=true --use-current-runtime --self-contained false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# A font with Chinese in it, for the pictures beside links: 5 MB. Without it the pages show the site's own picture.
RUN apt-get update && apt-get install -y --no-install-recommends fonts-wqy-microhei && rm -rf /var/lib/apt/lists/*
RUN ln -s /app/BotHost /usr/local/bin/wenlu && mkdir /data && chown $APP_UID /data
WORKDIR /app
COPY --from=build /app .
COPY seeds seeds
# The root file system may be read-only: everything that is written goes to /data and, for a socket, to /tmp.
ENV Storage__Directory=/data Urls=http://+:8080 DOTNET_EnableDiagnostics=0
VOLUME /data
EXPOSE 8080
USER $APP_UID
ENTRYPOINT ["/app/BotHost"]
