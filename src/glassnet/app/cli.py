"""The command line."""

import sys
from typing import Annotated

import typer

from glassnet import __version__
from glassnet import app as commands
from glassnet.app.data_command import show_data
from glassnet.app.edit_command import edit
from glassnet.app.export_command import export_notebook
from glassnet.app.run_commands import compare, diagnose, resume, show
from glassnet.app.terminal import say
from glassnet.app.train_command import train_digits, train_mnist
from glassnet.base.errors import GlassnetError

PORT = 8642
HELP_BY_EITHER_NAME = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    name="glassnet",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings=HELP_BY_EITHER_NAME,
)
train = typer.Typer(
    help="Train a network on real data and save it to a file.",
    no_args_is_help=True,
    context_settings=HELP_BY_EITHER_NAME,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"glassnet {__version__}")
        raise typer.Exit


@app.callback()
def _glassnet(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Neural networks you can see through."""


@app.command("serve")
def _serve(
    port: Annotated[
        int, typer.Option(envvar="PORT", help="Port to listen on; if it is in use, the next free one.")
    ] = PORT,
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 accepts other machines.")] = "127.0.0.1",
    code: Annotated[
        str | None,
        typer.Option(
            help="Access code that browsers must enter once.", show_default="generated if other machines can connect"
        ),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            help="A further name by which browsers may address this server, such as a proxy's; may be repeated."
        ),
    ] = None,
    root_path: Annotated[
        str, typer.Option(help="The path under which a proxy serves this server, such as /user/x/proxy/8888.")
    ] = "",
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the home page in a browser.")] = True,
    allow_code: Annotated[
        bool,
        typer.Option("--allow-code", help="Let pages run learners' code even if other machines can connect."),
    ] = False,
) -> None:
    """Open Glassnet in the browser: the Lab and the lessons."""
    place = commands.Place(host, port, tuple(allow_host or ()), root_path)
    commands.run_server(place, code=code, open_browser=browser, code_exercises=allow_code)


app.add_typer(train, name="train")
train.command("digits")(train_digits)
train.command("mnist")(train_mnist)
app.command("show")(show)
app.command("show-data")(show_data)
app.command("resume")(resume)
app.command("compare")(compare)
app.command("diagnose")(diagnose)
app.command("edit")(edit)
app.command("export-notebook")(export_notebook)


def main() -> None:
    """Run the command line; errors that Glassnet can explain are one line, never a traceback."""
    try:
        app()
    except GlassnetError as error:
        say(str(error))
        sys.exit(1)
