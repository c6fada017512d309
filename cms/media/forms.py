"""Wagtail's image form with a guarded door, for single and multiple uploads and the chooser alike."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.forms import BooleanField, Field, FileField
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from cms.media import guard
from cms.media.models import SiteImage
from cms.media.withdrawal import withdraw

NEEDED = "Behövs, om bilden inte bara är dekoration."
STILL = "En rörlig bild blir en stillbild: den första rutan visas."


class GuardedImageField(WagtailImageField):
    """Refuses in Swedish what is no picture, and takes any that can be shown, whatever it is called.

    Wagtail's own field answers a truncated PNG with an exception, knows no animated one, and believes in names.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_text = f"{guard.WRONG_FORMAT} {guard.too_large().partition('. ')[2]} {STILL}"
        # The multiple upload shows these two itself, in the browser.
        self.error_messages["invalid_image_extension"] = guard.WRONG_FORMAT
        self.error_messages["file_too_large_unknown_size"] = guard.too_large()

    def to_python(self, data: UploadedFile | None) -> UploadedFile | None:
        """Check what was uploaded."""
        self.picture = None if data in self.empty_values else guard.check_upload(data)
        return FileField.to_python(self, data)


class WithdrawOldField(BooleanField):
    """Whether the picture that is replaced goes without grace."""

    def __init__(self) -> None:
        days = settings.MEDIA_GRACE_DAYS
        super().__init__(
            required=False,
            label="Sluta visa den gamla bilden genast",
            help_text=f"Kryssa i om någon inte vill synas. Annars går den gamla bilden att nå i {days} dagar till, "
            "för den som har dess adress.",
        )


def _mark(description: Field, needed: bool) -> None:
    """Say that a word is needed, and to core/described.js in what words to ask for it."""
    description.help_text = f"{description.help_text} {NEEDED}"
    description.widget.attrs |= {"data-undescribed": guard.UNDESCRIBED, "aria-required": str(needed).lower()}


class SiteImageForm(BaseImageForm):
    """The image form of the whole admin; see WAGTAILIMAGES_IMAGE_FORM_BASE."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            field = self.fields["file"]
            self.fields["file"] = GuardedImageField(label=field.label, required=field.required, widget=field.widget)

        if "file" in self.fields and self.instance.pk:
            self.fields["withdraw_old"] = WithdrawOldField()
            self.order_fields(["file", "withdraw_old"])
        if "description" in self.fields:
            _mark(self.fields["description"], needed=not self["is_decorative"].value())

    def clean(self) -> dict[str, Any]:
        """A picture is described where it is uploaded, or it is mere decoration: whoever uses it need not think of it.

        Who asks for the old picture to go without a new one would see nothing happen.
        """
        cleaned = super().clean()
        asked = self.add_prefix("description") in self.data  # many at once are described one by one, afterwards
        if asked and not (cleaned.get("description") or cleaned.get("is_decorative")):
            self.add_error("description", guard.UNDESCRIBED)
        if cleaned.get("withdraw_old") and "file" not in self.changed_data:
            self.add_error("withdraw_old", "Välj den nya bilden först, eller radera bilden.")
        return cleaned

    def save(self, commit: bool = True) -> SiteImage:
        """Save, and delete a replaced original only after the commit.

        Wagtail deletes it at once: if the transaction then rolls back, the image is left without its file.
        """
        if self.cleaned_data.get("withdraw_old"):
            withdraw(self.instance)
        replaced = self.original_file if commit and "file" in self.changed_data else None
        self.original_file = None
        self.instance.hold(getattr(self.fields.get("file"), "picture", None))
        image = super().save(commit=commit)
        if replaced:
            image.renditions.all().delete()
            storage, name = replaced.storage, replaced.name
            transaction.on_commit(lambda: storage.delete(name), robust=True)
        return image
