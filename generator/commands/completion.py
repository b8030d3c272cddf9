"""The command `sourcebook completion`: a script that lets a shell complete commands and options.

The scripts are made from the parser, and ask no program when they run.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from generator.command_line import Commands, Parser

_BASH = """\
_sourcebook() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "%(commands)s --help --version" -- "$word"))
        return
    fi
    case ${COMP_WORDS[1]}:$before in
%(values)s
    esac
    case ${COMP_WORDS[1]} in
%(options)s
    esac
    case $word in
        -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
        *) COMPREPLY=($(compgen -f -- "$word")) ;;
    esac
}
complete -o filenames -F _sourcebook sourcebook
"""
_ZSH = """\
#compdef sourcebook
_sourcebook() {
    local -a commands=(
%(commands)s
    )
    if ((CURRENT == 2)); then
        _describe command commands
        return
    fi
    local command=$words[2]
    words=("$command" "${(@)words[3,-1]}")
    ((CURRENT--))
    case $command in
%(options)s
    esac
}
if [ "$funcstack[1]" = _sourcebook ]; then
    _sourcebook "$@"
else
    compdef _sourcebook sourcebook
fi
"""


def completion(shell: str, commands: Commands) -> str:
    """The script for "bash", "zsh" or "fish"."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](commands)


def _bash(commands: Commands) -> str:
    values, options = [], []
    for name, parser in commands.parsers.items():
        words = " ".join(word for one in parser.options for word in one.option_strings)
        options.append(f'        {name}) words="{words}" ;;')
        for one in parser.options:
            if one.choices:
                pattern = "|".join(f"{name}:{word}" for word in one.option_strings)
                reply = f'COMPREPLY=($(compgen -W "{_choices(one)}" -- "$word"))'
                values.append(f"        {pattern}) {reply}; return ;;")
        for one in _plain_choices(parser):
            reply = f'COMPREPLY=($(compgen -W "{_choices(one)}" -- "$word"))'
            values.append(f"        {name}:{name}) {reply}; return ;;")
    return _BASH % {
        "commands": " ".join(commands.parsers),
        "values": "\n".join(values),
        "options": "\n".join(options),
    }


def _zsh(commands: Commands) -> str:
    summaries = [f"        {_quoted(f'{n}:{words}')}" for n, words in commands.summaries.items()]
    options = []
    for name, parser in commands.parsers.items():
        specs = [spec for one in parser.options for spec in _zsh_specs(one)]
        plain = [f"1:choice:({_choices(one)})" for one in _plain_choices(parser)]
        lines = " \\\n            ".join(map(_quoted, (*specs, *(plain or ["*:file:_files"]))))
        options.append(f"        {name})\n            _arguments \\\n            {lines} ;;")
    return _ZSH % {"commands": "\n".join(summaries), "options": "\n".join(options)}


def _zsh_specs(option: argparse.Action) -> Iterable[str]:
    words = _summary(option).replace("[", "(").replace("]", ")").replace(":", r"\:")
    value = ""
    if option.nargs != 0:
        value = f":value:({_choices(option)})" if option.choices else ":value:_files"
    return (f"{word}[{words}]{value}" for word in option.option_strings)


def _fish(commands: Commands) -> str:
    first = "complete -c sourcebook -n __fish_use_subcommand"
    lines = [
        f"{first} -f -a {name} -d {_quoted(words)}" for name, words in commands.summaries.items()
    ]
    for name, parser in commands.parsers.items():
        start = f"complete -c sourcebook -n '__fish_seen_subcommand_from {name}'"
        for one in parser.options:
            forms = [
                f"-{'l' if w.startswith('--') else 's'} {w.lstrip('-')}" for w in one.option_strings
            ]
            value = "" if one.nargs == 0 else " -r"
            if one.choices:
                value += f" -f -a {_quoted(_choices(one))}"
            lines.append(f"{start} {' '.join(forms)}{value} -d {_quoted(_summary(one))}")
        lines += [f"{start} -f -a {_quoted(_choices(one))}" for one in _plain_choices(parser)]
    return "\n".join(lines) + "\n"


def _plain_choices(parser: Parser) -> Iterable[argparse.Action]:
    """The arguments without "-" that may have certain values only."""
    return [one for one in parser.arguments if one.choices]


def _choices(action: argparse.Action) -> str:
    return " ".join(map(str, action.choices or ()))


def _summary(option: argparse.Action) -> str:
    """What an option does, up to the first break of its help."""
    words = (option.help or "").partition(";")[0].partition(" (")[0]
    return " ".join(words.split())


def _quoted(text: str) -> str:
    """A text as one word of a shell."""
    return "'" + text.replace("'", "'\\''") + "'"
