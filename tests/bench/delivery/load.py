"""Asking: single requests to see that an answer is right, and `wrk` to see how many there are a second."""

import http.client
import json
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("load.lua")
CONNECTIONS = 16
ASKING = 6  # readers at once: more than there are workers
# As the proxy before the server says it.
HEADERS = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7"}
SLOW = 0.05  # seconds of one request; from here on a run lasts long enough for some dozens of them
AT_LEAST = 40  # answers a run, while that takes no longer than
AT_MOST = 20  # seconds


@dataclass(frozen=True)
class Request:
    """A GET. `etag`: what the reader has already; `origin`: the site whose script asks."""

    host: str
    path: str
    etag: str = ""
    origin: str = ""


@dataclass(frozen=True)
class Answer:
    """What came, and how long it took (seconds)."""

    status: int
    body: bytes
    headers: dict[str, str]
    seconds: float

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Run:
    """One run of wrk: answers a second, and latencies in milliseconds."""

    rate: float
    p50: float
    p99: float


class LoadError(Exception):
    """What was measured was not the answer that was meant."""


def get(port: int, request: Request) -> Answer:
    """One answer, over a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    more = {"Host": request.host, "If-None-Match": request.etag, "Origin": request.origin}
    headers = HEADERS | {name: value for name, value in more.items() if value}
    started = time.perf_counter()
    try:
        connection.request("GET", request.path, headers=headers)
        response = connection.getresponse()
        body = response.read()
    finally:
        connection.close()
    names = {name.lower(): value for name, value in response.getheaders()}
    return Answer(response.status, body, names, time.perf_counter() - started)


def right(port: int, request: Request, status: int = 200) -> Answer:
    """One answer with this status; LoadError for any other."""
    answer = get(port, request)
    if answer.status != status:
        raise LoadError(f"{request.host}{request.path}: {answer.status} instead of {status}\n{answer.body[:500]!r}")
    return answer


def at_once(port: int, request: Request, status: int = 200) -> None:
    """Ask so many times at once that every worker has answered when this returns."""
    with ThreadPoolExecutor(ASKING) as pool:
        list(pool.map(lambda _: right(port, request, status), range(ASKING)))


def lasting(seconds: float, once: float, workers: int) -> float:
    """How long a run must be so that its rate means something, given what one request takes alone. Seconds.

    >>> lasting(3, 0.002, 2), lasting(3, 0.2, 2), lasting(3, 5, 2)
    (3, 4.0, 20)
    """
    return seconds if once < SLOW else max(seconds, min(AT_MOST, AT_LEAST * once / workers))


def run(port: int, requests: list[Request], seconds: float) -> Run:
    """wrk for so long over these requests in turn."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
        file.write("".join(f"{one.host}\t{one.path}\t{one.etag}\n" for one in requests))
        file.flush()
        command = ["wrk", "--threads", "1", "--connections", str(CONNECTIONS), "--timeout", "300s"]
        command += ["--duration", f"{max(1, round(seconds))}s", "--script", str(SCRIPT)]
        command += [f"http://127.0.0.1:{port}/", "--", file.name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    told = json.loads(done.stdout.partition("@@")[2])
    if told["bad"] or not told["requests"]:
        raise LoadError(f"{requests[0].path}: {told['bad']} of {told['requests']} answers were none\n{done.stdout}")
    return Run(told["requests"] / told["seconds"], told["p50"], told["p99"])
