#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job on the command line: from a student without a place to a signed agreement.

usage: main_job.py FILE FOLDER

Drives handslag-cli (on PATH) as people of a demo region would: the coordinator of a school drafts,
the teacher sends it back once and then approves, student, school and host sign, each in another way.
Contract, calendar and the other papers end up in FOLDER. Prints what happens, in Dutch; ends with
status 1 and the answer of the program where something did not go as it should.
"""
import datetime
import json
import os
import subprocess
import sys

PASSPHRASE = "een lange zin om te oefenen"
GONE = {"withdrawn", "refused", "ended", "completed"}


class Failed(Exception):
    """A command that did not end as expected."""


class Program:
    """handslag-cli on one file."""

    def __init__(self, file, folder):
        self.file = file
        # Keys of this exercise stay out of the way of real ones.
        self.environment = dict(os.environ, XDG_DATA_HOME=os.path.join(folder, "sleutels"))

    def run(self, *words, actor=None, ends=(0,), json_too=False):
        command = ["handslag-cli", "--db", self.file]
        if actor:
            command += ["--as", actor]
        if json_too:
            command += ["--json"]
        done = subprocess.run([*command, *words], capture_output=True, text=True, check=False,
                              env=self.environment)
        if done.returncode not in ends:
            raise Failed(f"{' '.join(command + list(words))}\n"
                         f"(status {done.returncode})\n{done.stdout}{done.stderr}")
        return done

    def ask(self, *words, actor=None, ends=(0,)):
        return json.loads(self.run(*words, actor=actor, ends=ends, json_too=True).stdout)

    def records(self, kind):
        """All records of a kind: their fields, and the uid as one of them."""
        return [dict(entry["fields"], uid=entry["uid"])
                for entry in self.ask("list", kind)["records"]]


def say(text):
    print(text, flush=True)


def valid(entry, day):
    return entry.get("from", "0000") <= day <= entry.get("to", "9999")


class Region:
    """Who and what there is in the file, to choose a placement from."""

    def __init__(self, program):
        self.day = datetime.date.today().isoformat()
        self.rows = {kind: program.records(kind)
                     for kind in ("student", "enrolment", "programme", "vacancy", "location",
                                  "recognition", "person", "mandate", "agreement", "item",
                                  "technology")}
        self.by_uid = {row["uid"]: row for rows in self.rows.values() for row in rows}

    def without_place(self):
        placed = {row.get("student") for row in self.rows["agreement"]
                  if row.get("state") not in GONE}
        before = datetime.date.today() - datetime.timedelta(days=19 * 366)
        return [row for row in self.rows["student"] if row["uid"] not in placed
                and "0" < row.get("birth_date", "") < before.isoformat()]

    def with_role(self, organisation, role):
        return [row["uid"] for row in self.rows["person"]
                if row.get("organisation") == organisation and role in row.get("roles", [])]

    def signers(self, organisation):
        return [row.get("person") for row in self.rows["mandate"]
                if row.get("organisation") == organisation and valid(row, self.day)]

    def recognised(self, host, crebo, day):
        return any(row.get("host") == host and row.get("status") == "verified"
                   and row.get("crebo", crebo) == crebo and valid(row, day)
                   for row in self.rows["recognition"])

    def technology_at(self, location):
        """What is used there to get people moving: the practice assignment below is about that."""
        return [row["uid"] for row in self.rows["item"]
                if row.get("location") == location and row.get("state") == "in_use"
                and self.by_uid.get(row.get("technology"), {}).get("category") == "experience"]

    def placements(self):
        """What could become an agreement, as dictionaries of uids; with technology first."""
        return sorted(self.all_placements(), key=lambda place: not place["items"])

    def all_placements(self):
        enrolments = {row.get("student"): row for row in self.rows["enrolment"]}
        for student in self.without_place():
            enrolment = enrolments.get(student["uid"], {})
            programme = self.by_uid.get(enrolment.get("programme"), {})
            if enrolment.get("route") == "bbl" or not programme:
                continue
            for vacancy in self.rows["vacancy"]:
                place = self.placement(student, enrolment, programme, vacancy)
                if place:
                    yield place

    def placement(self, student, enrolment, programme, vacancy):
        school = student.get("school")
        host = self.by_uid.get(vacancy.get("location"), {}).get("organisation")
        crebo = programme.get("crebo", "")
        people = {
            "coordinator": self.with_role(school, "coordinator"),
            "teacher": self.with_role(school, "teacher"),
            "trainer": self.with_role(host, "practice_trainer"),
            "digicoach": self.with_role(host, "digicoach"),
            "school_signer": self.signers(school),
            "host_signer": self.signers(host),
        }
        if (not all(people.values()) or vacancy.get("status", "open") != "open"
                or crebo not in vacancy.get("crebos", crebo)
                or vacancy.get("start", "9999") <= self.day
                or not self.recognised(host, crebo, vacancy.get("start", self.day))):
            return None
        chosen = {role: uids[0] for role, uids in people.items()}
        chosen["teacher"] = student.get("mentor") or chosen["teacher"]
        return dict(chosen, student=student["uid"], name=student.get("first_name", "?"),
                    vacancy=vacancy["uid"],
                    items=self.technology_at(vacancy.get("location"))[:1])


# What a coordinator would fill in where the default texts leave it open.
SHEET = {
    "qualification_parts": "B1-K1: Bieden van zorg en ondersteuning; keuzedeel K0137 Zorgtechnologie",
    "assessment": "School en praktijkopleider beoordelen samen, halverwege en aan het eind.",
    "assessors": "Bpv-docent en praktijkopleider",
    "guidance": "De werkbegeleider begeleidt de student op de werkvloer en heeft een vervanger.",
    "guidance_minutes": "2",
    "ending": "Bij langdurige ziekte, een gestopte opleiding of een zwaarwegende reden, na overleg.",
}
ASSIGNMENT = {
    "need": "Bewoners zitten in de middag veel stil; het team wil hen meer laten bewegen.",
    "need_confirmed_by": "Praktijkopleider",
    "situation": "Een middag in de huiskamer met een kleine groep bewoners.",
    "outcome": "De student zet de technologie veilig in en legt uit waarom zij past.",
    "who": "De student, met de werkbegeleider in de buurt.",
    "what": "Vier middagen voorbereiden, doen en nabespreken.",
    "where": "In de huiskamer.",
    "when": "Vanaf de derde week, elke week een middag.",
    "why": "Bewegen en plezier maken helpen tegen onrust en eenzaamheid.",
    "how": "Eerst meekijken, dan samen, dan alleen. Na elke middag schrijft de student kort op wat "
           "werkte.",
    "competences": "vinden, veilig, vaardig, vertellen",
    "work_processes": "B1-K1-W3",
    "electives": "K0137",
    "setting": "work_floor",
    "fallback": "Past het niet bij de groep, dan kiest de student met het team een ander middel.",
}
CRITERIA = (
    ("formative", "De student vraagt na elke middag wat de bewoners ervan vonden, en past het aan."),
    ("summative", "De student kiest zelf een passende oefening, werkt veilig en legt uit waarom."),
)


class Job:
    """One agreement, from nothing to signed."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.uid = None
        self.people = None

    def as_(self, role, *words, ends=(0,)):
        return self.program.ask(*words, actor=self.people[role], ends=ends)

    def draft(self):
        """A placement of the region that the program takes: the first that gets to Concept."""
        refusal = None
        for count, place in enumerate(Region(self.program).placements()):
            items = [word for item in place["items"] for word in ("--item", item)]
            answer = self.program.ask("agreement", "new", "--student", place["student"], "--vacancy",
                                      place["vacancy"], "--teacher", place["teacher"], "--trainer",
                                      place["trainer"], "--digicoach", place["digicoach"], *items,
                                      actor=place["coordinator"], ends=(0, 1))
            if answer.get("state") == "draft":
                self.uid, self.people = answer["uid"], place
                return answer
            refusal = answer.get("held") or answer.get("error")
            if count == 20:
                break
        raise Failed(f"geen student en stageplaats die bij elkaar passen: {refusal}")

    def fill(self):
        """Writes what the default texts leave open."""
        shown = self.as_("coordinator", "show", self.uid)
        sheet = shown["sheet"]["fields"]
        empty = [f"{name}={text}" for name, text in SHEET.items() if not sheet.get(name)]
        if empty:
            self.as_("coordinator", "agreement", "set", self.uid, *empty)
        self.as_("coordinator", "agreement", "hours", self.uid, "--save")
        rows = self.as_("coordinator", "agreement", "rows", self.uid, "assignment")["rows"]
        for row in rows.get("assignment", []):
            day = datetime.date.today().strftime("%d-%m-%Y")
            texts = dict(ASSIGNMENT, need_confirmed_on=day)
            self.as_("coordinator", "set", row["uid"],
                     *(f"{name}={text}" for name, text in texts.items()
                       if not row["fields"].get(name)))
            for kind, text in CRITERIA:
                self.as_("coordinator", "agreement", "add", self.uid, "criterion",
                         f"assignment={row['uid']}", f"kind={kind}", f"text={text}")

    def themes(self, status):
        for party, role in (("school", "teacher"), ("host", "trainer"), ("student", "student")):
            self.as_(role, "agreement", "theme", self.uid, "--all", "--party", party, "--status",
                     status)

    def findings(self, role="coordinator"):
        answer = self.as_(role, "check", self.uid, ends=(0, 1))
        return answer["agreements"][0]["findings"] if answer.get("agreements") else []

    def step(self, role, *words):
        answer = self.as_(role, "agreement", words[0], self.uid, *words[1:])
        return answer["state"]

    def sign(self):
        """The student with a key, the host on paper, the school with a PDF signed elsewhere."""
        secret = os.path.join(self.folder, "sleutels", "wachtwoordzin")
        os.makedirs(os.path.dirname(secret), mode=0o700, exist_ok=True)
        with open(secret, "w", encoding="utf-8") as file:
            file.write(PASSPHRASE + "\n")
        with_key = ("--passphrase-file", secret)
        key = self.as_("student", "key", "new", *with_key)
        known = next(row for row in self.as_("coordinator", "key", "list")["keys"]
                     if row["fields"].get("fingerprint") == key["fingerprint"])
        self.as_("coordinator", "key", "checked", known["uid"])
        self.as_("student", "agreement", "sign", self.uid, "--role", "student", *with_key)
        printed = self.paper("te-tekenen.pdf")
        today = ("--date", datetime.date.today().strftime("%d-%m-%Y"))
        self.as_("coordinator", "agreement", "sign", self.uid, "--role", "host", "--signer",
                 self.people["host_signer"], "--scan", printed, "--witness", "De praktijkopleider",
                 *today)
        return self.as_("coordinator", "agreement", "sign", self.uid, "--role", "school", "--signer",
                        self.people["school_signer"], "--pdf", printed, *today)

    def paper(self, name):
        path = os.path.join(self.folder, name)
        self.as_("coordinator", "pdf", self.uid, path)
        return path


def tampered(path):
    """A copy of the contract with one byte added: verify has to see it."""
    copy = path.replace(".pdf", "-veranderd.pdf")
    with open(path, "rb") as old, open(copy, "wb") as new:
        new.write(old.read() + b" ")
    return copy


def expect(wanted, got):
    if wanted != got:
        raise Failed(f"de stand is '{got}', en had '{wanted}' moeten zijn")


def hand_out(job):
    contract = job.paper("stageafspraak.pdf")
    calendar = os.path.join(job.folder, "stageafspraak.ics")
    job.as_("coordinator", "ics", job.uid, calendar)
    verdict = job.program.ask("verify", contract)
    expect("ok", verdict["verdict"])
    say(f"  Controle: {verdict['sentence']}")
    changed = tampered(contract)
    verdict = job.program.ask("verify", changed, ends=(1,))
    os.remove(changed)
    say(f"  Controle van een veranderde kopie: {verdict['sentence']}")


def main_job(file, folder):
    program = Program(file, folder)
    say("Een demoregio maken")
    program.run("demo")
    job = Job(program, folder)
    draft = job.draft()
    say(f"Concept {draft['number']} voor {job.people['name']}, een student zonder stageplaats")
    job.fill()
    say("Ingevuld, met een praktijkopdracht en de zorgtechnologie daarvoor")
    needed = [f for f in job.findings() if f["severity"] == "blocking"]
    say(f"  Controle: nog {len(needed)} dingen nodig voor de volgende stap")
    for finding in needed[:5]:
        say(f"    {finding['message']}")
    job.themes("discussed")
    expect("review", job.step("coordinator", "submit"))
    say("Ingediend: de thema's zijn besproken")
    expect("draft", job.step("teacher", "return", "--reason",
                             "Zet er nog bij wie de werkbegeleider vervangt."))
    say("Teruggestuurd door de bpv-docent, met een reden")
    job.as_("coordinator", "agreement", "set", job.uid,
            f"guidance={SHEET['guidance']} Is die er niet, dan helpt een collega van het team.")
    expect("review", job.step("coordinator", "submit"))
    say("Aangevuld en weer ingediend")
    job.themes("agreed")
    expect("approved", job.step("teacher", "approve"))
    say("Goedgekeurd: school en zorgorganisatie zijn akkoord")
    expect("out", job.step("coordinator", "send"))
    say("Verstuurd om te ondertekenen")
    expect("agreed", job.sign()["state"])
    say("Ondertekend: door de student met een sleutel, door de zorgorganisatie op papier, door de "
        "school met een PDF")
    hand_out(job)
    # The window that opens this file next is that of the coordinator, and shows this agreement.
    program.run("me", job.people["coordinator"])
    with open(os.path.join(folder, ".nummer"), "w", encoding="utf-8") as number:
        number.write(draft["number"])


def main():
    try:
        main_job(sys.argv[1], sys.argv[2])
    except (Failed, OSError, KeyError) as failure:
        print(f"Dit ging niet goed: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
