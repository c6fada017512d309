from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "api"
    verbose_name = "API"

    def ready(self) -> None:
        from api import auth, cors, etags
        from cms.sites.purge import follow

        auth.connect()
        cors.connect()
        follow.register_release(etags.release)
