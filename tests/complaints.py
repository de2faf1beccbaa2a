"""What a browser complains of while a page is open: for tests that expect silence."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response


def listen(page: Page) -> list[str]:
    """Return a list that fills with warnings, errors of scripts, and requests that failed."""
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(f"script: {error}"))
    _hear(page, heard)
    return heard


def listen_to_all(context: BrowserContext, heard: list[str]) -> None:
    """Add to `heard` what any page of a context complains of, from now on."""
    context.on("weberror", lambda error: heard.append(f"script: {error.error}"))
    _hear(context, heard)


def _hear(source: Page | BrowserContext, heard: list[str]) -> None:
    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            heard.append(f"{message.type}: {message.text}")

    def on_failure(request: Request) -> None:
        # The page itself was left before this came.
        if request.failure != "net::ERR_ABORTED":
            heard.append(f"failed: {request.url}")

    def on_response(answer: Response) -> None:
        if answer.status >= 400:
            heard.append(f"{answer.status}: {answer.url}")

    source.on("console", on_console)
    source.on("requestfailed", on_failure)
    source.on("response", on_response)
