"""The command line."""

import sys
from typing import Annotated

import typer

from glassnet.app.edit_command import edit
from glassnet.app.serve import serve
from glassnet.app.show_command import show
from glassnet.app.train_command import train_digits, train_mnist
from glassnet.base.errors import GlassnetError

PORT = 8642

app = typer.Typer(
    name="glassnet",
    help="Neural networks you can see through.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _glassnet() -> None:
    """Neural networks you can see through: train one, stop anywhere, and see the arithmetic behind any number."""


@app.command("serve")
def _serve(
    port: Annotated[
        int, typer.Option(envvar="PORT", help="Port to listen on; the next free one is taken when it is in use.")
    ] = PORT,
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    code: Annotated[
        str | None,
        typer.Option(help="Access code that browsers must give once; made up when other machines are let in."),
    ] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the home page in a browser.")] = True,
) -> None:
    """Open Glassnet in the browser: the Lab and the lessons."""
    serve(host=host, port=port, code=code, open_browser=browser)


app.command("edit")(edit)

trainers = typer.Typer(help="Train a network on real data and keep it in a file.", no_args_is_help=True)
trainers.command("digits")(train_digits)
trainers.command("mnist")(train_mnist)
app.add_typer(trainers, name="train")
app.command("show")(show)


def main() -> None:
    """Run the command line; a mistake that Glassnet can explain is one line, never a traceback."""
    try:
        app()
    except GlassnetError as error:
        print(f"glassnet: {error}", file=sys.stderr)
        sys.exit(1)
