"""A mail server on loopback that keeps what it gets: folder, port, and perhaps a certificate, for STARTTLS and a login."""
import asyncio
import glob
import os
import ssl
import sys
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

folder, port = sys.argv[1], int(sys.argv[2])
certificate = sys.argv[3] if len(sys.argv) > 3 else None


def listed(name, address):
    try:
        with open(f"{folder}/{name}") as lines:
            return address in lines.read().split()
    except FileNotFoundError:
        return False


async def others(count=4, patience=20):
    """Waits until so many other mails are there."""
    until = time.monotonic() + patience
    while len(glob.glob(f"{folder}/*.eml")) < count and time.monotonic() < until:
        await asyncio.sleep(0.05)


class Keep:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if listed("refuse", address):
            return f"450 4.2.1 <{address}>: mailbox busy"
        if listed("slow", address):
            await others()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = f"{folder}/{time.time_ns()}"
        with open(name + ".part", "wb") as file:
            file.write(envelope.original_content)
        os.rename(name + ".part", name + ".eml")
        if os.path.exists(f"{folder}/break-off"):
            server.transport.abort()
        return "250 Kept"


class Server(SMTP):
    # The client writes 'login' small, which every mail server reads but this one.
    async def smtp_AUTH(self, arg):
        mechanism, *rest = arg.split(" ", 1)
        await super().smtp_AUTH(" ".join([mechanism.upper(), *rest]))


class Listener(Controller):
    def factory(self):
        return Server(self.handler, **self.SMTP_kwargs)


def login(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == (b"homs", b"secret"))


safety = {}
if certificate:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    safety = dict(tls_context=context, require_starttls=True, authenticator=login, auth_required=True)
controller = Listener(Keep(), hostname="127.0.0.1", port=port, **safety)
controller.start()
print("ready", flush=True)
while True:
    time.sleep(3600)
