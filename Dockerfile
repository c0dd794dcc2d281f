# docker build -t mailworthy . && docker run --rm -v "$PWD:/work:ro" mailworthy gate zones/ --offline
FROM node:24.11.1-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24.11.1-bookworm-slim
LABEL org.opencontainers.image.title="mailworthy" org.opencontainers.image.licenses="MIT"
# What was before a change is asked of git, in a folder that is somebody else's than the user of the image.
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/* && \
    git config --system --add safe.directory /work
WORKDIR /app
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/src/cli/bin.js src/cli/bin.js
COPY --from=build /build/dist dist
COPY --from=build /build/schema schema
WORKDIR /work
USER 65532:65532
ENTRYPOINT ["node", "/app/src/cli/bin.js"]
CMD ["--help"]
