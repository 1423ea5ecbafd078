"""Built modules joined in Python say the same as the modules themselves."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from glassnet.base.errors import GlassnetError, UnknownNameError
from glassnet.widgets.linking import SHARED, STATIC, as_module, as_script, in_parts, needed_by

SOURCES = Path(__file__).parents[2] / "frontend"
WIDGETS = sorted(file.parent.name for file in STATIC.glob("widgets/*/index.js"))
NOTEBOOK_WIDGETS = sorted(set(WIDGETS) - {"home"})  # the home page's picture is no notebook's

MODULES = {
    "lib/sum.js": "// lib/sum.ts\nfunction sum(a, b) {\n  return a + b;\n}\nvar one = 1;\n"
    "export {\n  one,\n  sum\n};\n",
    "lib/two.js": '// lib/two.ts\nimport { one as unit, sum } from "./sum.js";\nvar two_default = sum(unit, unit);\n'
    "export {\n  two_default as default\n};\n",
    "a/text.css.js": '// a/text.css\nvar text_default = "import x;";\nexport {\n  text_default as default\n};\n',
    "a/index.js": '// a/index.ts\nimport two, {\n  more\n} from "../lib/two.js";\nimport styles from "./text.css.js";\n'
    'import "../lib/sum.js";\nvar a_default = { two, styles, more };\nexport {\n  a_default as default\n};\n',
    "b/index.js": '// b/index.ts\nimport { sum } from "../lib/sum.js";\n'
    "console.log(JSON.stringify({ four: sum(2, 2) }));\n",
    "c/one.js": 'import { b } from "./two.js";\nvar a = b;\nexport {\n  a\n};\n',
    "c/two.js": 'import { a } from "./one.js";\nvar b = a;\nexport {\n  b\n};\n',
}

needs_node = pytest.mark.skipif(not shutil.which("node"), reason="needs Node to run what was joined")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, text in MODULES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def in_node(folder: Path, files: dict[str, str], command: str) -> object:
    """What a command prints, as JSON, with these files beside it."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    run = ["node", "--input-type=module", "--eval", command]
    done = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_each_module_comes_once_and_after_what_it_needs(folder):
    assert [m.path for m in needed_by("a/index.js", folder)] == [
        "lib/sum.js",
        "lib/two.js",
        "a/text.css.js",
        "a/index.js",
    ]


@needs_node
def test_a_joined_module_exports_the_same(folder, tmp_path):
    say = 'import a from "./a.mjs"; console.log(JSON.stringify(a));'
    assert in_node(tmp_path, {"a.mjs": as_module("a/index.js", folder)}, say) == {"two": 2, "styles": "import x;"}


@needs_node
def test_a_script_runs_where_it_stands_and_leaves_no_names(folder, tmp_path):
    script = as_script("b/index.js", folder)
    assert in_node(tmp_path, {}, f"{script}\nif (typeof $lib_sum !== 'undefined') throw Error('left behind');") == {
        "four": 4
    }


@needs_node
def test_parts_share_one_file_and_run_as_the_modules_would(folder, tmp_path):
    parts = in_parts(["a/index.js", "b/index.js"], folder)
    assert sorted(parts) == ["a/index.js", "b/index.js", SHARED]
    assert "return a + b" in parts[SHARED]
    assert not any("return a + b" in parts[entry] for entry in ("a/index.js", "b/index.js"))
    package = {"package.json": '{"type": "module"}'}
    assert in_node(tmp_path / "served", {**parts, **package}, 'import "./a/index.js"; import "./b/index.js";') == {
        "four": 4
    }


def test_a_cyclic_import_is_an_error(folder):
    with pytest.raises(GlassnetError, match=r"import each other: c/one.js → c/two.js → c/one.js"):
        needed_by("c/one.js", folder)


def test_a_missing_module_is_an_error():
    with pytest.raises(UnknownNameError, match=r"no built module widgets/nothing/index.js; `make build`"):
        as_module("widgets/nothing/index.js")


@pytest.mark.parametrize("name", NOTEBOOK_WIDGETS)
def test_a_widget_is_one_module_that_asks_for_no_other(name):
    text = as_module(f"widgets/{name}/index.js")
    outside = [line for line in text.splitlines() if re.match(r"(import|export)\b", line)]
    assert outside == [f"export default $widgets_{name}_index.default;"]


@needs_node
def test_every_widget_can_be_rendered(tmp_path):
    assert len(NOTEBOOK_WIDGETS) >= 11
    files = {f"{name}.mjs": as_module(f"widgets/{name}/index.js") for name in NOTEBOOK_WIDGETS}
    names = json.dumps(NOTEBOOK_WIDGETS)
    say = f"const all = await Promise.all({names}.map((name) => import(`./${{name}}.mjs`)));"
    kinds = in_node(tmp_path, files, f"{say} console.log(JSON.stringify(all.map((m) => typeof m.default.render)));")
    assert kinds == ["function"] * len(NOTEBOOK_WIDGETS)


def test_no_export_ever_changes():
    """Joined modules hand over what an export is when they begin, so that one that changes would be seen too early."""
    sources = [file for folder in ("lib", "dom", "pages", "widgets") for file in (SOURCES / folder).rglob("*.ts")]
    assert len(sources) > 50
    assert [file.name for file in sources if re.search(r"^export let", file.read_text("utf-8"), re.MULTILINE)] == []
