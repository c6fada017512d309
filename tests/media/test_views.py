"""The two stores over HTTP."""

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.http import Http404
from django.urls import reverse

from cms.media.ladder import build_ladder
from cms.media.views import private_media, public_media
from tests.media import pictures

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(stores):
    image = pictures.site_image(pictures.phone_photo())
    build_ladder(image)
    return image


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_the_addresses_of_the_stores_are_those_of_the_views(photo):
    assert photo.file.url == reverse("private_media", args=[photo.file.name])
    public = photo.ladder.first().file
    assert public.url.endswith(reverse("public_media", args=[public.name]))


def test_every_rendition_is_served_as_what_it_is(photo, client):
    for row in photo.ladder.all():
        response = client.get(reverse("public_media", args=[row.file.name]))
        assert response.status_code == 200
        assert response["Content-Type"] == f"image/{row.format}"
        assert int(response["Content-Length"]) == row.bytes == len(body(response))


def test_public_files_may_be_kept_and_embedded_and_do_nothing(photo, client):
    response = client.get(reverse("public_media", args=[photo.ladder.first().file.name]))
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "Set-Cookie" not in response.headers
    assert "Vary" not in response.headers or "Cookie" not in response["Vary"]


def test_head_and_other_methods(photo, client):
    address = reverse("public_media", args=[photo.ladder.first().file.name])
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


WAYS_OUT = [
    "../hemlig.jpg",
    "images/../../hemlig.jpg",
    "/etc/passwd",
    "images",
    "images/",
    "",
    "finns-inte.jpg",
    "nul\x00.jpg",
    "a" * 5000,
    "..\\..\\hemlig.jpg",
]


@pytest.mark.parametrize("path", WAYS_OUT)
def test_there_is_no_way_out_of_the_store(path, photo, stores, rf, admin_user):
    stores.private_folder.with_name("hemlig.jpg").write_bytes(b"hemligt")
    request = rf.get("/")
    request.user = admin_user
    for view in (public_media, private_media):
        with pytest.raises(Http404):
            view(request, path)


def test_originals_and_thumbnails_are_for_the_admins_people(photo, editor_client):
    response = editor_client.get(photo.file.url)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/jpeg"
    assert "private" in response["Cache-Control"]
    assert "attachment" not in response.get("Content-Disposition", "")
    assert body(response) == pictures.phone_photo()
    assert editor_client.get(photo.get_rendition("max-165x165").url).status_code == 200


def test_strangers_cannot_tell_an_original_from_nothing(photo, client):
    nothing = reverse("private_media", args=["original_images/finns-inte.jpg"])
    member = User.objects.create_user("medlem")
    left = User.objects.create_superuser("slutat", is_active=False)
    for user in (None, member, left):
        client.logout()
        if user:
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        answers = [client.get(address) for address in (photo.file.url, nothing)]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert answers[0].content.replace(photo.file.url.encode(), b"") == answers[1].content.replace(
            nothing.encode(), b""
        )


def test_an_editor_needs_no_more_than_the_way_into_the_admin(photo, client):
    editor = User.objects.create_user("redaktör")
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(photo.file.url).status_code == 200


@pytest.mark.parametrize("name", ["sida.html", "bild.svg", "okänd"])
def test_what_is_no_picture_is_saved_and_not_shown(name, stores, editor_client):
    stored = storages["default"].save(name, ContentFile(b"<script>alert(1)</script>"))
    response = editor_client.get(reverse("private_media", args=[stored]))
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


def test_the_original_is_not_in_the_public_store(photo, client):
    assert client.get(reverse("public_media", args=[photo.file.name])).status_code == 404
