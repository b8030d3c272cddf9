"""The template engine, and where templates and static files are found.

A file of the project's own `templates/` or `static/` wins over the shipped one of the same name. A
template can extend the shipped one it replaces: `{% extends "default/base.html" %}`.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from generator.config import Config
from generator.errors import TemplateError
from generator.render import catalogues
from generator.render.catalogues import current, pgettext
from generator.render.drawings.coastlines import Coastlines
from generator.render.drawn import drawn, finished
from generator.render.escaping import escape_text
from generator.shipped import shipped

PACKAGES = (
    "jinja2",
    "markupsafe",
    *catalogues.PACKAGES,
)  # distributions whose versions can change the pages


_JSON = {
    "sort_keys": True,
    "ensure_ascii": False,
    "separators": (",", ":"),
}  # as short as it can be
_GAP = re.compile(r"%\((\w+)\)s|%%")


class _Generator(CodeGenerator):
    """Compiles templates to code that escapes what goes straight onto the page in one step less.

    `markupsafe.escape` marks every text as safe, which takes several times as long as escaping it,
    and only what is passed on within a template needs the mark. What people read on a page is also
    kept from turning its neighbours; the feed and other files have it as it is.
    """

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            page = (self.name or "").endswith(".html")
            self.write("environment.drawn(" if page else "environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Call(self, node: Any, frame: Any, forward_caller: bool = False) -> None:
        """A call without asking the function each time whether it wants the context: none does."""
        self.write("environment.called(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def macro_def(self, macro_ref: Any, frame: Any) -> None:
        self.write("environment.plain(")
        super().macro_def(macro_ref, frame)
        self.write(")")


class _Environment(jinja2.Environment):
    code_generator_class = _Generator
    called = staticmethod(operator.call)  # type: ignore[var-annotated, arg-type]

    @staticmethod
    def plain(macro: Macro) -> Callable[..., str]:
        """A macro as a function that hands on positional arguments without looking at them."""
        function, number = macro._func, len(macro.arguments)
        if macro.catch_kwargs or macro.catch_varargs or macro.caller:
            return macro

        def call(*given: object, **named: object) -> str:
            if named or len(given) != number:
                return macro(*given, **named)
            return Markup(function(*given))

        return call

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.said: dict[str, Markup] = {}  # texts without values, each made once

    @staticmethod
    def drawn(value: object) -> str:
        """A value as it is written into a page. Addresses are `Markup`, which is left as it is."""
        if type(value) is str:
            return escape_text(value) if value.isascii() else drawn(value)
        return value if type(value) is Markup else str(escape(value))

    @staticmethod
    def escaped(value: object) -> str:
        """A value as it is written into a file other than a page."""
        if type(value) is str:
            return escape_text(value)
        return value if type(value) is Markup else str(escape(value))


def environment(config: Config) -> jinja2.Environment:
    """Jinja2 with everything escaped, and an undefined name an error.

    Templates may call `coast` for the land of a map, `language` and `direction` for the attributes
    of a page, and what puts words into the reader's language.
    """
    default = jinja2.FileSystemLoader(shipped("templates"))
    own = jinja2.FileSystemLoader(config.templates)
    env = _Environment(
        extensions=["jinja2.ext.i18n"],
        loader=jinja2.ChoiceLoader([own, default, jinja2.PrefixLoader({"default": default})]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    env.policies["json.dumps_kwargs"] = _JSON
    env.globals["coast"] = Coastlines().path
    env.newstyle_gettext = True  # type: ignore[attr-defined]  # an attribute of the extension
    env.globals["_"] = env.globals["gettext"] = partial(_said, env, "")
    env.globals["pgettext"] = partial(_said, env)
    env.globals["language"] = lambda: current().code
    env.globals["direction"] = lambda: Markup(' dir="rtl"') if current().rtl else ""
    return env


def _said(env: _Environment, context: str, text: str, /, **values: object) -> Markup:
    """A text of a template in the reader's language, with its values as they are drawn."""
    words = pgettext(context, text)
    if "%" not in words:
        known = env.said.get(words)
        if known is None:
            known = env.said[words] = Markup(words)
        return known
    # A per cent sign by itself is one: translators need not double it.
    return Markup(_GAP.sub(lambda gap: env.drawn(values[gap[1]]) if gap[1] else "%", words))


def render_template(env: jinja2.Environment, name: str, **values: object) -> str:
    """The finished text. Raises TemplateError, which names the template and its line."""
    try:
        return finished(env.get_template(name).render(**values))
    except jinja2.TemplateSyntaxError as error:
        where = f"{error.name or name}:{error.lineno}"
        raise TemplateError(
            f"templates/{where}: {error.message}", "Correct the template."
        ) from error
    except jinja2.TemplateNotFound as error:
        raise TemplateError(f"templates/{name}: template {error} not found.") from error
    except Exception as error:  # whatever a project's own template does, say where
        line = _template_line(error, name)
        raise TemplateError(
            f"templates/{name}{line}: {type(error).__name__}: {error}.", "Correct the template."
        ) from error


def _template_line(error: BaseException, name: str) -> str:
    """ ":" and the line of the template in which an error arose, or ""."""
    found = ""
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(name):
            found = f":{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def static_files(config: Config) -> dict[str, Path]:
    """Static files by their path on the site, the project's own winning; in order of paths."""
    found: dict[str, Path] = {}
    for folder in (shipped("static"), config.static):
        if not folder.is_dir():
            continue
        for path in folder.rglob("*"):
            relative = path.relative_to(folder)
            hidden = any(part.startswith(".") for part in relative.parts)
            if path.is_file() and not path.is_symlink() and not hidden:
                found[f"static/{relative.as_posix()}"] = path
    return dict(sorted(found.items()))
