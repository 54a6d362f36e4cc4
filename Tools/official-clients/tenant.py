"""A local tenant over HTTPS, for as long as the scenarios run."""

import contextlib
import html.parser
import json
import os
import shutil
import subprocess
import tempfile
import urllib.parse

import requests


@contextlib.contextmanager
def serving(program):
    """Yields the first line of a running tenant; clients are told of its authority by environment."""
    folder = tempfile.mkdtemp(prefix="official-clients-")
    key, certificate = _make_certificate(folder)
    arguments = [
        program, "--tls", "--people", "250", "--teams", "12", "--messages", "400", "--with-parent",
        "--client-certificate", certificate]
    process = subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        facts = json.loads(process.stdout.readline())
        facts |= {"key": _read(key), "certificate": _read(certificate)}
        os.environ["SSL_CERT_FILE"] = os.environ["REQUESTS_CA_BUNDLE"] = facts["caFile"]
        yield facts
    finally:
        process.stdin.close()
        process.wait(timeout=10)
        shutil.rmtree(folder)


def _make_certificate(folder):
    """A key and a self-signed certificate, as an administrator makes them for an app."""
    key, certificate = os.path.join(folder, "key.pem"), os.path.join(folder, "certificate.pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=teamsh",
         "-days", "2", "-keyout", key, "-out", certificate], check=True, capture_output=True)
    return key, certificate


def _read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


class _Form(html.parser.HTMLParser):
    """The first form of a page: where it goes, what it holds, what its buttons say."""

    def __init__(self, page):
        super().__init__()
        self.action, self.method, self.fields, self.buttons = "", "get", {}, []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        name, value = values.get("name"), values.get("value") or ""
        if tag == "form":
            self.action, self.method = values.get("action") or "", values.get("method", "get").lower()
        elif name and (tag == "button" or values.get("type") == "submit"):
            self.buttons.append((name, value))
        elif name and tag == "input":
            self.fields[name] = value


class Browser:
    """Fills in plain HTML forms as a person would, without any script."""

    def __init__(self, answers):
        self.answers = answers
        self.session = requests.Session()

    def visit(self, address, stops_at=None):
        """Submits form after form; returns the last page, or the address that begins as given."""
        reply = self.session.get(address, allow_redirects=False)
        for _ in range(12):
            target = reply.headers.get("location")
            if target:
                target = urllib.parse.urljoin(reply.url, target)
                if stops_at and target.startswith(stops_at):
                    return target
                reply = self.session.get(target, allow_redirects=False)
                continue
            form = _Form(reply.text)
            if not form.fields and not form.buttons:
                return reply.text
            fields = form.fields | {
                name: self.answers[name] for name in form.fields if name in self.answers}
            choice = next((b for b in form.buttons if b[1] in ("approve", "accept", "yes")), None)
            if choice or form.buttons:
                name, value = choice or form.buttons[0]
                fields[name] = value
            send = self.session.post if form.method == "post" else self.session.get
            data = {"data" if form.method == "post" else "params": fields}
            reply = send(
                urllib.parse.urljoin(reply.url, form.action), allow_redirects=False, **data)
        raise AssertionError("the forms have no end")
