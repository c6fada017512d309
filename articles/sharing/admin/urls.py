"""Where sharing stands in the admin."""

from django.urls import path

from articles.sharing.admin.dress import DressView
from articles.sharing.admin.inbox import ChooseView, InboxView
from articles.sharing.admin.recall import RecallView
from articles.sharing.admin.senders import SendersView
from articles.sharing.admin.share import ShareView

app_name = "sharing"
urlpatterns = [
    path("visa/<int:pk>/", ShareView.as_view(), name="share"),
    path("visa/<int:pk>/dra-tillbaka/", RecallView.as_view(), name="recall"),
    path("erbjudna-artiklar/", InboxView.as_view(), name="inbox"),
    path("erbjudna-artiklar/<slug:slug>/avsandare/", SendersView.as_view(), name="senders"),
    path("erbjudna-artiklar/<slug:slug>/<int:pk>/ta-in/", ChooseView.as_view(act="take"), name="take"),
    path("erbjudna-artiklar/<slug:slug>/<int:pk>/dolj/", ChooseView.as_view(act="hide"), name="hide"),
    path("erbjudna-artiklar/<slug:slug>/<int:pk>/", DressView.as_view(), name="dress"),
]
