"""Publishing beside stock Wagtail's: one editor's request, what it sets off, and everything anew."""
