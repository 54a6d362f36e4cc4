#!/usr/bin/env python3
"""Checks the rules of the house that neither the compiler nor the formatter knows."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ("Sources", "Tests", "Tools")
LONGEST_FILE = 400

# How many unsafe opt-outs a module may hold. Raising a number is a reviewed act.
OPT_OUTS = {"LineEditing": 3, "Transport": 4}
OPT_OUT = re.compile(r"@unchecked\b|nonisolated\(unsafe\)|\bunsafeBitCast\b")

FORBIDDEN = {
    r"\btry!": "try! can end the process",
    r"\bfatalError\b": "fatalError ends the process",
    r"[\w)\]](?<!\btry)!(?=[.\s,)\]\[]|$)(?!\s*=)": "a forced unwrap can end the process",
}
# Spelled in halves, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" + "XX")) + r")\b")

DECLARATION = re.compile(
    r"^(\s*)package (?:(?:static|final|indirect|mutating|nonisolated|private\(set\)) )*"
    r"(struct|class|enum|actor|protocol|func|var|let|typealias|subscript)\b\s*`?(\w*)"
)
REQUIREMENT = re.compile(r"^\s+(?:static |mutating )*(?:func|var) `?(\w+)")
# What protocols outside of this package ask for, and what every command has.
OBVIOUS = {
    "",  # An operator.
    *"configuration effect permissions columns examples run validate".split(),
    *"description debugDescription customMirror defaultValueDescription errorDescription".split(),
    *"hash rawValue id next makeAsyncIterator appendLiteral appendInterpolation".split(),
}


SOURCE_SUFFIXES = {".swift", ".c", ".h", ".py", ".sh", ""}


def swift_files(*folders):
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.swift"))


def source_files():
    yield ROOT / "Package.swift"
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in SOURCE_SUFFIXES:
                yield path


def without_literals(line):
    """The code of a line: no comment behind it, nothing between quotation marks."""
    return re.sub(r"//.*$", "", re.sub(r'"(?:\\.|[^"\\])*"', '""', line))


def code_lines(text):
    """Numbered lines of code; what stands inside of a text over several lines is left out."""
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        opens = line.count('"""') % 2 == 1
        if not inside and not opens:
            yield number, without_literals(line)
        inside ^= opens


def file_findings(text):
    lines = text.splitlines()
    if len(lines) > LONGEST_FILE:
        yield len(lines), f"more than {LONGEST_FILE} lines"
    for number, line in enumerate(lines, 1):
        if UNFINISHED.search(line):
            yield number, "unfinished work has no place here"


def header_findings(text):
    first, second = (text.splitlines() + ["", ""])[:2]
    is_comment = first.startswith("//") and not first.startswith("// swift-tools-version")
    if is_comment and (not second.strip() or not first.startswith("///")):
        yield 1, "a file begins with its imports, not with a header"


def code_findings(text):
    for number, code in code_lines(text):
        for pattern, reason in FORBIDDEN.items():
            if re.search(pattern, code):
                yield number, reason


def opt_out_findings():
    counts = {}
    for path in swift_files("Sources"):
        module = path.relative_to(ROOT / "Sources").parts[0]
        for _, code in code_lines(path.read_text()):
            counts[module] = counts.get(module, 0) + len(OPT_OUT.findall(code))
    for module, count in sorted(counts.items()):
        if count > OPT_OUTS.get(module, 0):
            yield f"Sources/{module}: {count} unsafe opt-outs, {OPT_OUTS.get(module, 0)} allowed"


def is_documented(lines, index):
    """Whether a doc comment stands above a declaration and its attributes."""
    index -= 1
    while index >= 0 and re.match(r"\s*(@\w|\)|.*ArgumentHelp\(|help:|name:|parsing:)", lines[index]):
        if "help:" in lines[index] or ".hidden" in lines[index]:
            return True  # The help text of an argument is its documentation.
        index -= 1
    return index >= 0 and lines[index].lstrip().startswith("///")


def documented_requirements():
    """The names that a protocol of the package explains, so that what conforms need not."""
    names = set(OBVIOUS)
    for path in swift_files("Sources"):
        lines = path.read_text().splitlines()
        inside = False
        for index, line in enumerate(lines):
            inside = (inside or bool(re.match(r"(package )?protocol ", line))) and line != "}"
            match = REQUIREMENT.match(line)
            if inside and match and is_documented(lines, index):
                names.add(match.group(1))
    return names


def documentation_findings(text, obvious):
    """Package declarations without a doc comment.

    A property on one line may share its type's: its name is the documentation, and a comment is for what
    the name cannot say. So may a function its namesake's in the same file, and what conforms its
    protocol's.
    """
    lines = text.splitlines()
    numbers = {number for number, _ in code_lines(text)}
    found = [
        (index, *match.groups())
        for index, line in enumerate(lines)
        if (match := DECLARATION.match(line)) and index + 1 in numbers
    ]
    explained = {name for index, _, _, name in found if is_documented(lines, index)} | obvious
    for index, indent, kind, name in found:
        is_property = kind in ("let", "var") and indent and not lines[index].rstrip().endswith("{")
        if name not in explained and not is_property:
            yield index + 1, f"package {kind} {name} has no doc comment"


def main():
    findings = list(opt_out_findings())
    obvious = documented_requirements()
    for path in source_files():
        text = path.read_text()
        found = list(file_findings(text))
        if path.suffix == ".swift":
            found += [*header_findings(text), *code_findings(text)]
            if path.is_relative_to(ROOT / "Sources"):
                found += documentation_findings(text, obvious)
        findings += [f"{path.relative_to(ROOT)}:{line}: {reason}" for line, reason in sorted(found)]
    for finding in findings:
        print(f"house rules: {finding}", file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
