"""What a browser complains of while a page is open: for tests that expect silence."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page, Request, Response


def listen(page: Page) -> list[str]:
    """Return a list that fills with warnings, errors of scripts, and requests that failed."""
    heard: list[str] = []

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

    page.on("console", on_console)
    page.on("pageerror", lambda error: heard.append(f"script: {error}"))
    page.on("requestfailed", on_failure)
    page.on("response", on_response)
    return heard
