vcl 4.1;

# Grenverk's API behind Varnish 6.5 or newer with varnish-modules (xkey). See docs/operate/cache.md, which says how to
# start it: two listening addresses (the second one named "purge") and -p http_gzip_support=off.

import std;
import xkey;

# gunicorn. Several servers: one backend each, and a director.
backend default {
    .host = "127.0.0.1";
    .port = "8000";
}

# The hosts of the CMS: its web processes and its worker.
acl publishers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    # Purging. The address named "purge" is not open to the world. The list of addresses alone would not do: behind a
    # proxy for TLS on this machine every visitor comes from 127.0.0.1.
    if (req.method == "PURGE") {
        if (local.socket != "purge" || client.ip !~ publishers) {
            return (synth(405, "Not allowed"));
        }
        if (!req.http.Surrogate-Key) {
            return (synth(400, "Surrogate-Key is missing"));
        }
        set req.http.X-Purged = xkey.purge(req.http.Surrogate-Key);
        return (synth(200, "Purged " + req.http.X-Purged));
    }
    if (local.socket == "purge") {
        return (synth(405, "Not allowed"));
    }

    # The admin, previews, health, metrics and media are not stored here; neither is what somebody asks with a token.
    if (req.url !~ "^/api/v1/"
        || req.url ~ "^/api/v1/sites/[^/]+/preview/"
        || req.http.Authorization
        || (req.method != "GET" && req.method != "HEAD")) {
        return (pass);
    }

    # The API reads no cookies, but whoever is logged in to the admin sends them.
    unset req.http.Cookie;

    # The same question in another spelling is the same answer.
    set req.url = std.querysort(req.url);

    # Three variants of each answer and no more: brotli, gzip, plain. q=0 means "not this one".
    if (req.http.Accept-Encoding ~ "(?i)(^|,)\s*br\s*(;(?!\s*q=0(\.0*)?\s*(,|$))|,|$)") {
        set req.http.Accept-Encoding = "br";
    } elseif (req.http.Accept-Encoding ~ "(?i)(^|,)\s*gzip\s*(;(?!\s*q=0(\.0*)?\s*(,|$))|,|$)") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        unset req.http.Accept-Encoding;
    }
    return (hash);
}

sub vcl_hash {
    # One address has one meaning, whatever the Host: the site is in the path. For all else, Varnish's own way.
    if (req.url ~ "^/api/v1/") {
        hash_data(req.url);
        return (lookup);
    }
}

sub vcl_backend_fetch {
    # An answer is stored within ten seconds or not at all: then the second purge, ten seconds after the first,
    # reaches what was being made while the change was committed.
    if (!bereq.uncacheable) {
        set bereq.first_byte_timeout = 8s;
        set bereq.between_bytes_timeout = 5s;
    }
}

sub vcl_backend_response {
    if (bereq.uncacheable) {
        return (deliver);
    }
    # A server that is just failing: the old answer, if there is one, is shown for as long as it may be.
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        return (abandon);
    }
    # Only answers are stored. A 404 becomes a page as soon as somebody publishes it, and carries no tags.
    # An origin that may not read the site would fill the cache with variants of its own.
    if (beresp.status != 200
        || !beresp.http.Surrogate-Key
        || beresp.http.Cache-Control ~ "(?i)no-store|private"
        || (bereq.http.Origin && !beresp.http.Access-Control-Allow-Origin)) {
        # For a second nobody waits for somebody else's answer here; a 200 among them is stored.
        set beresp.uncacheable = true;
        set beresp.ttl = 1s;
        return (deliver);
    }
    set beresp.http.xkey = beresp.http.Surrogate-Key + " everything";
    # How often whoever asked first has asked is nobody else's matter.
    unset beresp.http.RateLimit-Limit;
    unset beresp.http.RateLimit-Remaining;
    unset beresp.http.RateLimit-Reset;
    # s-maxage and stale-while-revalidate have become beresp.ttl and beresp.grace.
    return (deliver);
}

sub vcl_deliver {
    unset resp.http.xkey;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
    if (resp.http.Surrogate-Key && resp.http.Cache-Control ~ "s-maxage") {
        # Caches further out are not purged: they and browsers ask each time, and get a 304 from here.
        set resp.http.Cache-Control = "public, max-age=0, must-revalidate";
    }
    set resp.http.X-Cache = "miss";
    if (obj.hits > 0) {
        set resp.http.X-Cache = "hit";
    }
}
