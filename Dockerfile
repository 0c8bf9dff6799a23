# syntax=docker/dockerfile:1

# 1. The dependencies and the collected files; nothing of this stage but its results is kept.
FROM python:3.13-slim AS build
ENV UV_PYTHON_DOWNLOADS=never
WORKDIR /newsroom
COPY scripts/uv.txt scripts/uv.txt
RUN pip install --no-cache-dir --require-hashes -r scripts/uv.txt
COPY pyproject.toml uv.lock .python-version ./
# What a setting needs besides: --build-arg EXTRAS="redis s3 worker opensearch", or some of these.
ARG EXTRAS=""
RUN set --; for one in $EXTRAS; do set -- "$@" --extra "$one"; done; \
    uv sync --locked --no-dev "$@"
COPY . .
RUN scripts/build

# 2. What runs: the interpreter, the packages, the code; no compiler, no uv, not root.
FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /newsroom newsroom \
    && mkdir -p /newsroom/data /newsroom/media \
    && chown newsroom:newsroom /newsroom/data /newsroom/media
WORKDIR /newsroom
COPY --from=build /newsroom /newsroom
USER newsroom
ENV PATH=/newsroom/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    HOST=0.0.0.0 \
    PORT=8000 \
    MEDIA_ROOT=/newsroom/media
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
    CMD ["python", "scripts/healthy.py"]
CMD ["gunicorn", "--config", "newsroom/server.py", "newsroom.wsgi"]
