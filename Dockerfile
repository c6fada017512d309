# The CMS, its API and its worker in one image; compose.yaml says which process a container runs.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=cms.settings.production \
    DATA_DIR=/data

WORKDIR /app

# The packages first: they change less often than the code, so this layer is kept.
COPY requirements.txt .
RUN pip install --no-cache-dir --disable-pip-version-check -r requirements.txt

# Code belongs to root and cannot be changed from inside; the process owns its data and nothing else.
RUN useradd --uid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin grenverk \
    && install --directory --owner grenverk --group grenverk --mode 0750 /data
COPY . .
RUN python -m compileall -q api articles cms home organisation

USER grenverk
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "cms.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "4", \
     "--limit-request-line", "8190", "--worker-tmp-dir", "/dev/shm", "--no-control-socket", "--access-logfile", "-"]
