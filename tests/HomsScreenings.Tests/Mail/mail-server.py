"""
A mail server on loopback that keeps what it gets. Arguments: folder, port, and perhaps a certificate, when the
connection becomes a safe one ('starttls' or 'implicit') and the one mechanism that it offers for the login.
"""
import asyncio
import base64
import glob
import hmac
import os
import ssl
import sys
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import MISSING, SMTP, AuthResult, auth_mechanism

folder, port = sys.argv[1], int(sys.argv[2])
certificate, safety, mechanism = sys.argv[3:6] if len(sys.argv) > 3 else (None, None, None)
USER, PASSWORD = b"homs", b"secret"


def listed(name, address):
    try:
        with open(f"{folder}/{name}") as lines:
            return address in lines.read().split()
    except FileNotFoundError:
        return False


def note(name, line):
    """Appends a line to a file that the tests read."""
    with open(f"{folder}/{name}", "a") as lines:
        lines.write(line + "\n")


async def others(count=4, patience=20):
    """Waits until so many other mails are there."""
    until = time.monotonic() + patience
    while len(glob.glob(f"{folder}/*.eml")) < count and time.monotonic() < until:
        await asyncio.sleep(0.05)


class Keep:
    async def handle_MAIL(self, server, session, envelope, address, options):
        session.mails = getattr(session, "mails", 0) + 1
        if listed("limit", str(session.mails - 1)):
            server.transport.abort()
        if listed("soft-limit", str(session.mails - 1)):
            return "421 4.7.0 Too many mails over one connection"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if listed("refuse", address):
            return f"450 4.2.1 <{address}>: mailbox busy"
        if listed("slow", address):
            await others()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if os.path.exists(f"{folder}/silent"):
            note("heard", "a mail")
            await asyncio.sleep(3600)
        name = f"{folder}/{time.time_ns()}"
        with open(name + ".part", "wb") as file:
            file.write(envelope.original_content)
        os.rename(name + ".part", name + ".eml")
        if os.path.exists(f"{folder}/break-off"):
            server.transport.abort()
        return "250 Kept"


class Server(SMTP):
    @auth_mechanism("CRAM-MD5")
    async def auth_CRAM_MD5(self, server, args):
        challenge = b"<1896.697170952@localhost>"
        answer = await self.challenge_auth(challenge)
        if answer is MISSING:
            return AuthResult(success=False, handled=True)
        user, digest = answer.rsplit(b" ", 1)
        right = hmac.new(PASSWORD, challenge, "md5").hexdigest().encode()
        return noted("CRAM-MD5", user == USER and hmac.compare_digest(digest, right))


def noted(name, success):
    note("logins", name)
    return AuthResult(success=success, handled=False)


def login(server, session, envelope, name, data):
    return noted(name, (data.login, data.password) == (USER, PASSWORD))


class Listener(Controller):
    def factory(self):
        note("connections", "one")
        return Server(self.handler, **self.SMTP_kwargs)


settings = {}
if certificate:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    settings = dict(
        authenticator=login, auth_required=True,
        auth_exclude_mechanism=[name for name in ("PLAIN", "LOGIN", "CRAM-MD5") if name != mechanism])
    if safety == "implicit":
        settings |= dict(ssl_context=context, auth_require_tls=False)
    else:
        settings |= dict(tls_context=context, require_starttls=True)
controller = Listener(Keep(), hostname="127.0.0.1", port=port, **settings)
controller.start()
os.remove(f"{folder}/connections")  # that was the controller, which tries whether it is there
print("ready", flush=True)
while True:
    time.sleep(3600)
