from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Artiklar"

    def ready(self) -> None:
        from articles.sharing import receivers
        from articles.sharing.neighbours import neighbours
        from cms.pipeline.publish import kinds

        kinds.register_neighbours(neighbours)
        receivers.connect()
