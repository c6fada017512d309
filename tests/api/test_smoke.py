import json

import pytest

from cms.pipeline.publish import worker
from cms.pipeline.publish.models import *
from tests.build import *

pytestmark = pytest.mark.django_db


def test_smoke(vantor, varmland, client):
    a = make_article(vantor, body=[("heading", {"text": "Hej", "level": "2"}), ("paragraph", "<p>text</p>")])
    make_article(vantor, "Två")
    make_article(vantor, "Tre")
    b = make_page(vantor, body=[text(link_to(a)), ("latest_articles", {"heading": "x", "count": 2})])
    worker.drain()

    def get(p, **h):
        r = client.get("/api/v1/" + p, headers=h)
        print(p, r.status_code, dict(r.headers))
        print("   ", r.content.decode()[:600])
        return r

    get("")
    get("sites/")
    get("sites/vantor/")
    get("sites/vantor/version/")
    get("sites/vantor/pages/?count=true")
    r = get("sites/vantor/pages/?limit=2")
    n = r.json()["next"]
    r = client.get(n.replace("http://localhost:8000", ""))
    print(r.content.decode()[:300])
    r = client.get(r.json()["previous"].replace("http://localhost:8000", ""))
    print(r.content.decode()[:300])
    get("sites/vantor/pages/?view=full&order=tree&type=article_index")
    get("sites/vantor/resolve/?path=/om-oss/&include=site")
    get("sites/vantor/resolve/?path=/Om-oss")
    get("sites/vantor/resolve/?path=/aktuellt/torgmo%CC%88te/")
    get("sites/vantor/resolve/?path=/aktuellt/")
    get("sites/vantor/resolve/?path=/")
    get("sites/vantor/articles/?limit=0&foo=1")
    get("sites/vantor/tags/")
    get("sites/vantor/organisation/")
    get("organisation/units/")
    get("organisation/units/riks/")
    get("sites/nope/")
    get("sites/vantor/pages/xx/")
    get("sites/vantor/resolve/?path=%00")
    r = client.post("/api/v1/sites/")
    print(r.status_code, r.content, r.headers)
    e = get("sites/vantor/").headers["ETag"]
    get("sites/vantor/", **{"If-None-Match": e})
    get("sites/vantor/?v=999")
    r = client.get("/health/ready")
    print(r.content)
    s = client.get("/api/v1/schema/")
    d = s.json()
    open("/tmp/schema.json", "w").write(json.dumps(d, indent=1))
    print(
        client.get("/api/v1/docs/").status_code,
        client.get("/api/nope").content,
        client.get("/api/v1/sites/vantor").content,
    )
