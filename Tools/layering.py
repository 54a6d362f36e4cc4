#!/usr/bin/env python3
"""Pins the modules, their layers and what each may import against the package's own description."""

import json
import pathlib
import subprocess
import sys

# Module: (layer, what it may import of ours). Imports point to lower layers only, never sideways.
# The simulator stands aside: it imports nothing of ours but a C library's door, and only its own
# program imports it.
MODULES = {
    "CEditline": (0, ""),
    "CCurl": (0, ""),
    "CJQ": (0, ""),
    "CXML2": (0, ""),
    "CCMark": (0, ""),
    "CKeyutils": (0, ""),
    "CZlib": (0, ""),
    "Documents": (0, ""),
    "LineEditing": (1, "CEditline"),
    "Transport": (1, "CCurl"),
    "Output": (1, "Documents CJQ CXML2 CCMark"),
    "Identity": (2, "Documents Transport CKeyutils"),
    "Graph": (3, "Documents Identity Transport"),
    "Cache": (4, "Documents Graph"),
    "Records": (4, "Documents"),
    "Bot": (4, "Documents"),
    "BotEndpoint": (5, "Bot Records Documents Identity Transport"),
    "CommandKit": (5, "Documents Graph Identity Transport Cache Output Records"),
    "Commands": (6, "CommandKit Bot Documents Graph Identity Cache Output Records"),
    "Scripting": (6, "CommandKit Documents Output"),
    "Shell": (7, "Scripting CommandKit LineEditing Output Cache Records Documents"),
    "Turns": (7, "Commands CommandKit Bot Records Documents Output"),
    "Simulator": (1, "CZlib"),
    "teamsh": (
        8,
        "Shell Scripting Commands CommandKit LineEditing Output Records Cache Graph Identity "
        "Transport Documents",
    ),
    "teamsh-bot": (
        8, "Turns Commands CommandKit BotEndpoint Documents Identity Output Records Transport",
    ),
    "teamsh-tenant": (8, "Simulator"),
    "generate-reference": (8, "Commands CommandKit Output"),
    "fuzz": (8, "CommandKit LineEditing Output Scripting"),
}


def described_targets(root):
    """The targets that are no tests and serve none, with their dependencies of ours."""
    command = ["swift", "package", "--ignore-lock", "--package-path", str(root)]
    command += ["describe", "--type", "json"]
    description = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return {
        target["name"]: set(target.get("target_dependencies", []))
        for target in description["targets"]
        if not target["path"].startswith("Tests/")
    }


def violations(targets):
    for name in sorted(set(targets) - set(MODULES)):
        yield f"{name} is in no layer: give it one in {pathlib.Path(__file__).name}"
    for name in sorted(set(MODULES) - set(targets)):
        yield f"{name} is in the table and not in the package"
    for name in sorted(set(MODULES) & set(targets)):
        layer, allowed = MODULES[name]
        for dependency in sorted(targets[name] - set(allowed.split())):
            yield f"{name} depends on {dependency}, which the table does not allow"
        for dependency in sorted(set(allowed.split()) - targets[name]):
            yield f"{name} may depend on {dependency} and does not: take it off the table"
        for dependency in allowed.split():
            if MODULES[dependency][0] >= layer:
                yield f"{name} (layer {layer}) must not look up or sideways to {dependency}"


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    found = list(violations(described_targets(root)))
    for violation in found:
        print(f"layering: {violation}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
