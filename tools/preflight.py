"""Say in one line what this machine lacks, before make starts anything.

It runs on whatever Python 3 is there, so it keeps to the syntax of Python 3.6.

    python3 tools/preflight.py                                   Python, its venv module, git
    python3 tools/preflight.py --ports 8000-8004                 these ports are free as well
    python3 tools/preflight.py --services postgres://127.0.0.1   these servers answer as well
"""

import argparse
import importlib.util
import shutil
import socket
import sys
from urllib.parse import urlsplit

OLDEST = (3, 11)
STANDARD_PORTS = {"postgres": 5432, "postgresql": 5432, "redis": 6379}


def python_fault(version=sys.version_info):
    """What is wrong with this Python, or None."""
    if tuple(version[:2]) < OLDEST:
        found = f"{sys.executable} is {version[0]}.{version[1]}"
        return f"Python 3.11 or newer is needed, and {found}. With a newer one: make PYTHON=python3.12 ..."
    # Debian has venv without ensurepip until python3-venv is installed, and then fails half-way.
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        return "Python's venv module is missing (on Debian and Ubuntu: apt install python3-venv)."
    return None


def git_fault():
    """What is wrong with git, or None."""
    return None if shutil.which("git") else "git is missing (on Debian and Ubuntu: apt install git)."


def answers(host, port):
    """Whether a server accepts connections there."""
    try:
        with socket.create_connection((host, port), timeout=2):
            return True
    except OSError:
        return False


def can_listen(port):
    """Whether a server of ours could listen there."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as server:
        # As servers do: a connection that has just closed does not keep the port.
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            server.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def ports_fault(ports):
    """Which of the ports are taken, or None. A browser tries both of localhost's addresses, so both must be free."""
    taken = [str(port) for port in ports if answers("localhost", port) or not can_listen(port)]
    if not taken:
        return None
    which = f"Port {taken[0]} is" if len(taken) == 1 else f"Ports {', '.join(taken)} are"
    return f"{which} taken by another program (is a demo already running?). Stop it and try again."


def services_fault(urls):
    """Which servers do not answer, or None."""
    for url in urls:
        parts = urlsplit(url)
        host, port = parts.hostname or "127.0.0.1", parts.port or STANDARD_PORTS.get(parts.scheme, 0)
        if not answers(host, port):
            return f"Nothing answers at {host}:{port} ({parts.scheme}). Start it, or give another address."
    return None


def port_range(text):
    """`8000-8004` as a range."""
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def main(arguments=None):
    """Print the first fault and return 1, or return 0."""
    parser = argparse.ArgumentParser(description="Say in one line what this machine lacks.")
    parser.add_argument("--ports", type=port_range, default=range(0), help="ports that must be free, as 8000-8004")
    parser.add_argument("--services", nargs="*", default=[], metavar="URL", help="servers that must answer")
    options = parser.parse_args(arguments)
    fault = python_fault() or git_fault() or ports_fault(options.ports) or services_fault(options.services)
    if fault:
        sys.stderr.write(fault + "\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
