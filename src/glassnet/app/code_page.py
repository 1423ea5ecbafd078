"""The page that asks for the access code, and the one that follows it."""

from collections.abc import Mapping
from html import escape
from urllib.parse import quote, urlencode

from starlette.responses import HTMLResponse

STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:18px/1.5 system-ui,sans-serif;max-width:28rem;margin:20vh auto;padding:0 24px}"
    "label,input{display:block;margin:16px 0 8px}"
    "input{width:100%;box-sizing:border-box}"
    "input,button{font:inherit;padding:8px 16px;min-height:44px}"
    ":focus-visible{outline:3px solid;outline-offset:2px}"
)


def ask_for_code(*, wrong: bool = False, status: int = 403) -> HTMLResponse:
    """Return the page that asks for the code; `wrong` if the code just entered was wrong or there were too many."""
    note = '<p role="alert">Wrong access code. Check it where the server was started.</p>' if wrong else ""
    body = (
        "<h1>Glassnet</h1><p>This server needs its access code, which was printed where it was started.</p>"
        f"{note}"
        '<form method="get"><label for="code">Access code</label>'
        '<input id="code" name="code" autocomplete="off" autofocus required><button>Continue</button></form>'
    )
    return _page("Access code", body, status=status)


def sign_in(path: str, query: Mapping[str, list[str]]) -> HTMLResponse:
    """Return a page that leads on to `path`, with the rest of the query but without the code in the address.

    A page rather than a redirect: after a redirect from a link on another site a browser would not yet send the cookie.
    """
    rest = urlencode({name: values for name, values in query.items() if name != "code"}, doseq=True)
    target = escape(quote("/" + path.lstrip("/\\")) + (f"?{rest}" if rest else ""))
    body = f'<p><a href="{target}">Continue to Glassnet</a></p>'
    return _page("Glassnet", body, head=f'<meta http-equiv="refresh" content="0;url={target}">')


def _page(title: str, body: str, *, head: str = "", status: int = 200) -> HTMLResponse:
    html = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} · Glassnet</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">'
        f"{head}<style>{STYLE}</style></head>"
        f"<body><main>{body}</main></body></html>"
    )
    return HTMLResponse(html, status, {"cache-control": "no-store"})
