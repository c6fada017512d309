"""Empty stores for every test that counts what lies in them."""

import shutil
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.storage import storages


class Stores:
    """What lies in the private and in the public store."""

    def __init__(self) -> None:
        self.private_folder = Path(storages["default"].location)
        self.public_folder = Path(storages["public"].location)

    @property
    def private(self) -> list[Path]:
        """All files of the private store."""
        return sorted(path for path in self.private_folder.rglob("*") if path.is_file())

    @property
    def public(self) -> list[Path]:
        """All files of the public store."""
        return sorted(path for path in self.public_folder.rglob("*") if path.is_file())


@pytest.fixture
def stores():
    """Both stores, emptied; the test settings put them in a folder that belongs to this run alone."""
    stores = Stores()
    for folder in (stores.private_folder, stores.public_folder):
        shutil.rmtree(folder, ignore_errors=True)
    cache.clear()  # Wagtail remembers thumbnails by the image's number, and every test starts at 1
    return stores


@pytest.fixture
def editor_client(client, admin_user):
    """A browser in which a superuser has logged in."""
    client.force_login(admin_user, backend="django.contrib.auth.backends.ModelBackend")
    return client
