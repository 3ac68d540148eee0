"""
A mail server on loopback (aiosmtpd) that notes of each mail the recipient and the Message-ID, on disk before it says that it took it.
Arguments: the file and the port.
"""
import email.parser
import sys
import time

from aiosmtpd.controller import Controller

notes, port = open(sys.argv[1], "a", buffering=1), int(sys.argv[2])


class Count:
    async def handle_DATA(self, server, session, envelope):
        mail = email.parser.BytesHeaderParser().parsebytes(envelope.content)
        for recipient in envelope.rcpt_tos:
            notes.write(f"{recipient} {mail['Message-ID']}\n")
        return "250 Kept"


Controller(Count(), hostname="127.0.0.1", port=port).start()
print("ready", flush=True)
while True:
    time.sleep(3600)
