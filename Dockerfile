# The server of Zonula with its app. Build: docker build -t zonula . ; see compose.yaml for a PostgreSQL beside it.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY . .
# The first run installs what is missing and builds the bundle; then the app.
RUN node zonula.mjs --version && node --input-type=module -e "import { readyWeb } from './scripts/prepare-web.mjs'; await readyWeb()"

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build --chown=node:node /app /app
RUN install -d -o node -g node /data
USER node
VOLUME ["/data"]
EXPOSE 4100
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "scripts/is-ready.mjs"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "zonula.mjs", "serve", "--no-open", "--host", "0.0.0.0"]
CMD ["--data", "/data"]
