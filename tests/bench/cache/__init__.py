"""`make bench ARGS=cache`: Varnish before the API, with the configuration of docs/operate, beside a file from nginx."""
