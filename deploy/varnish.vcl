# Varnish before the newsroom: public pages at its speed, and never one of before a change.
#
# It needs vmod_var (Debian: varnish-modules). TLS ends before it: Caddy, hitch, nginx. Say where the
# newsroom is, and give that PURGE_URLS=http://127.0.0.1:6081/ and this machine in
# FORWARDED_ALLOW_IPS.
#
# How a change is exact here: each page is kept under a name, and PURGE says another one. What is
# asked for after it is looked for under the new name; what was on its way from the newsroom then is
# stored under the old one, which nobody asks for any more. (A ban does not reach what is on its way.)

vcl 4.1;

import var;

backend newsroom {
    .host = "127.0.0.1";
    .port = "8000";
}

# Who may purge.
acl may_purge {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        # Whoever comes through a proxy on this machine has its address, and is told by what that adds
        # (here X-Forwarded-For has one address already, of who is connected).
        if (client.ip !~ may_purge || req.http.X-Forwarded-For ~ "," ||
            req.http.X-Forwarded-Proto || req.http.X-Real-IP || req.http.Forwarded || req.http.Via) {
            return (synth(405, "Not allowed"));
        }
        var.global_set("name", req.xid);
        return (synth(200, "Purged"));
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Pages of a language and files may be kept. All else is asked for each time, and nobody waits
    # there for somebody else's answer: the desk, searches, forms, the address without a language.
    if (req.http.Authorization ||
        req.url !~ "^/([a-z]{2,3}(-[a-z]+)?|media|static)/" ||
        req.url ~ "(?i)^/[a-z]{2,3}(-[a-z]+)?/((search|subscribe|preview|embargoed)[/?]|press/kits/[^?]*\.zip)") {
        return (pass);
    }
    # No number of a page and no letter that a link of ours has, or two of them: never kept.
    if (req.url ~ "[?&]page=(?![1-9][0-9]{0,3}(&|$))" ||
        req.url ~ "[?&]letter=(?!([A-Za-z]|(%[0-9A-Fa-f][0-9A-Fa-f]){1,2})(&|$))" ||
        req.url ~ "[?&](page|letter)=[^?]*&(page|letter)=") {
        return (pass);
    }
    # What pages read of an address; whatever else stands there makes no other page, and is neither
    # kept under a name of its own nor asked for.
    if (req.url ~ "\?") {
        set req.url = regsuball(req.url, "([?&])(?!(?:page|letter)=)[^&]+", "\1");
        set req.url = regsuball(req.url, "([?&])&+", "\1");
        set req.url = regsub(req.url, "[?&]+$", "");
    }
    # As long as the newsroom lets a page be renewed; longer where it does not answer.
    set req.grace = 10s;
    if (req.restarts > 0) {
        set req.grace = 10m;
    }
    # Whoever is signed in: what is everybody's says so itself.
    return (hash);
}

sub vcl_hash {
    hash_data(var.global_get("name"));
    hash_data(req.http.X-Forwarded-Proto);
}

sub vcl_backend_response {
    # Kept is what the newsroom says may be, for as long as it says.
    if (beresp.http.Cache-Control !~ "public" || beresp.ttl <= 0s) {
        set beresp.uncacheable = true;
        set beresp.ttl = 10s;
        return (deliver);
    }
    if (beresp.http.Cache-Control ~ "stale-while-revalidate" && beresp.http.Cache-Control ~ "stale-if-error") {
        # Nothing of it comes or goes soon: it may be shown while the newsroom is away.
        set beresp.grace = 10m;
    }
}

sub vcl_deliver {
    unset resp.http.Surrogate-Key;
    unset resp.http.X-Varnish;
    unset resp.http.Via;
    if (resp.status >= 500 && req.restarts == 0 && (req.method == "GET" || req.method == "HEAD")) {
        return (restart);
    }
}

sub vcl_synth {
    if (resp.status == 405) {
        set resp.http.Allow = "GET, HEAD, POST";
    }
}
