"""Provisioning: a site with all it needs, once, and editors who reach no other."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Site
from wagtail.permissions import policy_registry

from cms.pipeline.publish.models import Placement
from cms.sites.models import Frontend
from home.provisioning import Area, Provisioned, ProvisioningError, UnitFacts, make_unit, provision
from organisation.models import Unit

pytestmark = pytest.mark.django_db

STOCKHOLM = UnitFacts("stockholm", "Vänsterpartiet Stockholm", "district", parent="riks")


@pytest.fixture
def riks() -> Provisioned:
    return provision(UnitFacts("riks", "Vänsterpartiet", "national"), label="Riks", base_url="http://localhost:9203")


@pytest.fixture
def vantor(riks: Provisioned) -> Provisioned:
    make_unit(STOCKHOLM)
    return make_vantor()


def make_vantor(label: str = "Vantör") -> Provisioned:
    areas = (Area("se-kommun", "0180", "Stockholm"), Area("stadsdel", "", "Vantör"))
    facts = UnitFacts("vantor", "Vänsterpartiet Vantör", "branch", parent="stockholm", areas=areas, has_board=True)
    return provision(facts, label=label, base_url="http://localhost:9201", origins=["http://localhost:9204"])


def editor_of(place: Provisioned) -> User:
    user = User.objects.create_user("vera")
    user.groups.add(place.editors)
    return user


def counts() -> list[int]:
    models = (Unit, Frontend, Site, Page, Collection, Group, GroupPagePermission, GroupCollectionPermission)
    return [model.objects.count() for model in models]


def test_a_site_has_all_it_needs(vantor: Provisioned) -> None:
    assert vantor.unit.frontend == vantor.frontend
    assert [area.name for area in vantor.unit.areas.all()] == ["Stockholm", "Vantör"]
    assert [unit.slug for unit in vantor.unit.above()] == ["riks", "stockholm"]
    assert (vantor.site.hostname, vantor.site.port) == ("localhost", 9201)
    assert [origin.origin for origin in vantor.frontend.origins.all()] == ["http://localhost:9204"]
    paths = Placement.objects.filter(site=vantor.site, kind="page").values_list("path", flat=True)
    assert sorted(paths) == ["/", "/aktuellt/"]


def test_a_second_run_makes_nothing_twice_and_changes_nothing(vantor: Provisioned) -> None:
    Frontend.objects.filter(pk=vantor.frontend.pk).update(name="Egen text")
    before = counts()
    again = make_vantor()
    assert counts() == before
    assert again.frontend.name == "Egen text"
    assert again.home == vantor.home


def test_a_unit_that_exists_gets_its_site(vantor: Provisioned) -> None:
    place = provision(STOCKHOLM, label="Stockholm", base_url="http://localhost:9205")
    assert Unit.objects.get(slug="stockholm").frontend == place.frontend


def test_the_editors_reach_their_own_pages_only(vantor: Provisioned, riks: Provisioned) -> None:
    user = editor_of(vantor)
    assert user.has_perm("wagtailadmin.access_admin")
    own = vantor.index.permissions_for_user(user)
    assert (own.can_add_subpage(), own.can_edit(), own.can_publish()) == (True, True, True)
    for page in (riks.home, riks.index, Page.objects.get(depth=1)):
        other = page.permissions_for_user(user)
        may = (other.can_add_subpage(), other.can_edit(), other.can_publish(), other.can_delete())
        assert may == (False, False, False, False)


@pytest.mark.parametrize("model", [get_image_model(), get_document_model()])
def test_the_editors_reach_their_own_pictures_and_documents_only(vantor: Provisioned, model: type[Model]) -> None:
    policy = policy_registry.get_by_type(model)
    user = editor_of(vantor)
    for action in ("add", "change", "choose"):
        assert list(policy.collections_user_has_permission_for(user, action)) == [vantor.collection]


def test_a_name_that_belongs_to_another_site_is_refused(vantor: Provisioned, riks: Provisioned) -> None:
    before = counts()
    varmland = UnitFacts("varmland", "Vänsterpartiet Värmland", "district", parent="riks")
    with pytest.raises(ProvisioningError, match="another site"):
        provision(varmland, label="Vantör", base_url="http://localhost:9202")
    with pytest.raises(ProvisioningError, match="another site"):
        make_vantor(label="Riks")
    assert counts() == before


def test_a_folder_that_belongs_to_another_site_is_refused(vantor: Provisioned) -> None:
    Group.objects.filter(pk=vantor.editors.pk).update(name="Vi i Vantör")
    Group.objects.filter(pk=vantor.writers.pk).update(name="Vi skriver i Vantör")
    with pytest.raises(ProvisioningError, match="folder"):
        provision(STOCKHOLM, label="Vantör", base_url="http://localhost:9205")


def test_a_unit_has_one_site(vantor: Provisioned) -> None:
    with pytest.raises(ProvisioningError, match="already has the site"):
        provision(STOCKHOLM.__class__("vantor", "V", "branch"), label="V", base_url="http://localhost:9209", slug="v")


def test_a_wrong_address_or_place_makes_nothing(riks: Provisioned) -> None:
    before = counts()
    with pytest.raises(ValidationError):
        provision(STOCKHOLM, label="Stockholm", base_url="localhost/stockholm")
    branch = UnitFacts("vantor", "Vantör", "branch", parent="riks")
    with pytest.raises(ValidationError):
        provision(branch, label="Vantör", base_url="http://localhost:9201")
    assert counts() == before
