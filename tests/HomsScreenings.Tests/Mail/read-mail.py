"""Says as JSON what is in the mails of a folder, as Python's own parsers understand them."""
import email
import email.policy
import glob
import json
import sys

import icalendar


def faults(data, message):
    found = []
    if b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b""):
        found.append("a line end that is not CRLF")
    if any(len(line) > 998 for line in data.split(b"\r\n")):
        found.append("a line that is too long")
    if any(octet > 127 for octet in data):
        found.append("an octet beyond ASCII")
    for part in message.walk():
        found += [repr(defect) for defect in part.defects]
    return found


def entry(part):
    calendar = icalendar.Calendar.from_ical(part.get_payload(decode=True))
    (event,) = calendar.walk("VEVENT")
    assert part.get_param("method") == calendar["METHOD"]
    return {
        "method": calendar["METHOD"], "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]), "status": str(event["STATUS"]),
        "stamp": event["DTSTAMP"].to_ical().decode(), "start": event["DTSTART"].to_ical().decode(),
        "location": str(event["LOCATION"]) if "LOCATION" in event else None, "fileName": part.get_filename(),
    }


def told(path):
    with open(path, "rb") as file:
        data = file.read()
    message = email.message_from_bytes(data, policy=email.policy.default)
    parts = {part.get_content_type(): part for part in message.walk()}
    html = parts.get("text/html")
    calendar = parts.get("text/calendar")
    return {
        "faults": faults(data, message), "to": message["To"], "from": message["From"], "replyTo": message["Reply-To"],
        "subject": message["Subject"], "messageId": message["Message-ID"], "autoSubmitted": message["Auto-Submitted"],
        "listUnsubscribe": message["List-Unsubscribe"], "listUnsubscribePost": message["List-Unsubscribe-Post"],
        "structure": [part.get_content_type() for part in message.walk()],
        "text": parts["text/plain"].get_content().replace("\r\n", "\n"), "html": html.get_content() if html else "",
        "entry": entry(calendar) if calendar else None,
    }


json.dump([told(path) for path in sorted(glob.glob(sys.argv[1] + "/*.eml"))], sys.stdout)
