import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import ICAL from "ical.js";
import { type ParsedMail, simpleParser } from "mailparser";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { register } from "#lib/enrolment/mutations";
import { cancel, reinstate } from "#lib/enrolment/seat/mutations";
import { fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { french } from "#lib/platform/text";
import { sequenceAt } from "#lib/seats/rules";
import type { WebinarEdit } from "#lib/webinars/schema";
import { DAY, later, MINUTE } from "#tests/support/clock";
import { deliverThrough, transportTo } from "#tests/support/delivery";
import { makeEditor, makeWebinar } from "#tests/support/factories";
import { type MailSink, mailSink, recipientsOf } from "#tests/support/mail-sink";
import { input, mails, registered, withQueues } from "#tests/support/registrations";
import { editSession } from "#tests/support/session-edit";

/** What each machine's clock shows at noon in universal time, in winter: the proof that its zone is in force. */
const ZONES = [
  ["UTC", 12],
  ["America/New_York", 7],
  ["Pacific/Auckland", 1],
] as const;

/** Sessions and where they move, on the clock of Paris, with the universal instants that calendars must be told. */
const MOVES = [
  ["winter", "2027-01-21T13:00", "20270121T120000Z", "2027-01-28T13:00", "20270128T120000Z"],
  ["summer", "2027-07-15T13:00", "20270715T110000Z", "2027-07-22T14:30", "20270722T123000Z"],
  ["the week when an hour is skipped", "2027-03-26T13:00", "20270326T120000Z", "2027-03-28T13:00", "20270328T110000Z"],
  ["the week when an hour is repeated", "2026-10-23T13:00", "20261023T110000Z", "2026-10-25T13:00", "20261025T120000Z"],
  ["over the repeated hour", "2026-10-24T13:00", "20261024T110000Z", "2026-10-25T01:30", "20261024T233000Z"],
] as const;

const TITLE = "Évaluer, c’est « apprendre » ; et \\ après ?";
const SUMMARY = `Une séance,\nsur deux lignes ; ${"éèêëàâîïôûüç ".repeat(12).trim()}.`;
const ROOM = "https://salle.example/secrete";
const LONG_MINUTES = 120;
const ADA = "ada.martin@exemple.fr";
const LOU = "lou.petit@exemple.fr";

withQueues();
let folder: string;
let sink: MailSink;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mails-"));
});
beforeEach(async () => {
  sink = await mailSink(folder);
});
afterEach(async () => {
  await sink.close();
  for (const file of await readdir(folder)) await rm(path.join(folder, file));
});
afterAll(() => rm(folder, { recursive: true }));

const machineZone = process.env.TZ;
afterEach(() => {
  process.env.TZ = machineZone;
});

const inParis = (local: string) => fromParis(local) ?? expect.fail(`${local} is no instant`);

async function edit(id: string, change: Partial<WebinarEdit>, at: Date): Promise<void> {
  await editSession(await makeEditor(), id, change, at);
}

/** Sends what waits, as the worker would. */
async function deliver(at: Date): Promise<void> {
  const transport = transportTo(sink.url, { MAIL_FROM: env().MAIL_FROM });
  for (const { id, status } of await mails()) {
    if (status === "queued") expect(await deliverThrough(id, transport, () => at)).toBe("settled");
  }
  transport.close();
}

/** A message as it came: its bytes, what mailparser reads in them, and what ical.js reads in its calendar. */
type Received = { raw: string; mail: ParsedMail; file: string; calendar: ICAL.Component; event: ICAL.Component };

const calendarPart = (mail: ParsedMail) =>
  mail.attachments.find(({ contentType }) => contentType === "text/calendar") ?? expect.fail("no calendar part");

async function received(address: string): Promise<Received[]> {
  const names = (await readdir(folder)).toSorted();
  const messages: Received[] = [];
  for (const name of names) {
    const raw = await readFile(path.join(folder, name), "latin1");
    const mail = await simpleParser(Buffer.from(raw, "latin1"));
    if (!recipientsOf(mail).includes(address)) continue;
    const file = calendarPart(mail).content.toString("utf8");
    const calendar = new ICAL.Component(ICAL.parse(file));
    const [event, ...others] = calendar.getAllSubcomponents("vevent");
    expect(others).toEqual([]);
    messages.push({ raw, mail, file, calendar, event: event ?? expect.fail("no event") });
  }
  return messages;
}

const value = (event: ICAL.Component, name: string) => String(event.getFirstPropertyValue(name));
const sequence = ({ event }: Received) => Number(value(event, "sequence"));
const method = ({ calendar }: Received) => calendar.getFirstPropertyValue("method");
const start = ({ file }: Received) => /^DTSTART:(.+)\r$/m.exec(file)?.[1];
const instant = (text = "") => Date.parse(text.replace(/(....)(..)(..)T(..)(..)(..)Z/, "$1-$2-$3T$4:$5:$6Z"));

/** The types of the parts among which a reader chooses. */
function alternatives(raw: string): string[] {
  const boundary = /Content-Type: multipart\/alternative;\s+boundary="([^"]+)"/i.exec(raw)?.[1] ?? "";
  const parts = raw.split(`--${boundary}`).slice(1, -1);
  return parts.map((part) => /Content-Type: ([\w/]+)/i.exec(part)?.[1] ?? "");
}

/** What RFC 5545, 5546 and 6047 want of every message that carries an invitation. */
function expectConvention(message: Received, address: string, minutes: number): void {
  const { raw, mail, file, calendar, event } = message;
  // RFC 6047 §2.4: one of the forms of the message, whose method is the one of the file.
  expect(alternatives(raw)).toEqual(["text/plain", "text/html", "text/calendar"]);
  const type = calendarPart(mail).headers.get("content-type") as unknown as { params: Record<string, string> };
  expect(type.params.method).toBe(method(message));
  expect(type.params.charset?.toLowerCase()).toBe("utf-8");
  expect(["REQUEST", "CANCEL"]).toContain(method(message));
  // RFC 5545 §3.1: lines end with CRLF and hold 75 octets.
  expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  expect(calendar.getFirstPropertyValue("prodid")).toBeTruthy();
  // RFC 5545 §3.3.11: what people typed comes back as it was, its commas, semicolons and line ends escaped.
  const unfolded = file.replaceAll("\r\n ", "");
  expect(unfolded).toContain("SUMMARY:Évaluer\\, c’est «\u202Fapprendre\u202F»\u202F\\; et \\\\ après\u202F?\r\n");
  expect(value(event, "summary")).toBe(french(TITLE));
  expect(value(event, "description")).toContain(SUMMARY);
  // Universal instants, no zone to be read in a hundred ways; whole, whatever clocks do meanwhile.
  expect(file).not.toMatch(/TZID|VTIMEZONE/);
  const [from, to, stamp] = ["DTSTART", "DTEND", "DTSTAMP"].map(
    (name) => new RegExp(`^${name}:(\\d{8}T\\d{6}Z)\r$`, "m").exec(file)?.[1],
  );
  expect(instant(to) - instant(from)).toBe(minutes * MINUTE);
  expect(instant(stamp)).not.toBeNaN();
  // RFC 5546 §3.2.2 and RFC 6047 §2.2: the mailbox that sends invites the one that receives, and nobody else.
  const sender = mail.from?.value[0]?.address;
  expect(value(event, "organizer").toLowerCase()).toBe(`mailto:${sender}`);
  expect(event.getAllProperties("attendee").map((one) => String(one.getFirstValue()).toLowerCase())).toEqual([
    `mailto:${address}`,
  ]);
  expect(recipientsOf(mail)).toEqual([address]);
  expect(value(event, "status")).toBe(method(message) === "CANCEL" ? "CANCELLED" : "CONFIRMED");
  expect(mail.text + file).not.toContain("salle.example");
}

describe.each(ZONES)("on a machine in %s", (zone, noon) => {
  test.each(MOVES)("%s", async (_, first, firstInstant, second, secondInstant) => {
    process.env.TZ = zone;
    expect(new Date("2027-01-21T12:00:00Z").getHours()).toBe(noon);
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);

    const startsAt = inParis(first);
    const at = later(-10 * DAY, startsAt);
    const step = (minutes: number) => later(minutes * MINUTE, at);
    const texts = { title: TITLE, summary: SUMMARY, roomUrl: ROOM, publishedAt: at };
    const { id, slug } = await makeWebinar({ ...texts, startsAt, durationMinutes: LONG_MINUTES });

    const token = await registered(slug, { email: ADA }, at);
    await registered(slug, { email: LOU }, at);
    expect(await cancel(token, slug, null, step(1))).toMatchObject({ ok: true });
    expect(await reinstate(token, slug, step(2))).toMatchObject({ ok: true });
    await deliver(step(3));
    await edit(id, { body: "Sans faute." }, step(4));
    await edit(id, { startsAt: inParis(second) }, step(5));
    await deliver(step(6));
    await edit(id, { cancelled: true }, step(7));
    await deliver(step(8));

    const ada = await received(ADA);
    const lou = await received(LOU);
    for (const message of ada) expectConvention(message, ADA, LONG_MINUTES);
    for (const message of lou) expectConvention(message, LOU, LONG_MINUTES);
    expect(ada.map(method)).toEqual(["REQUEST", "CANCEL", "REQUEST", "REQUEST", "CANCEL"]);
    expect(lou.map(method)).toEqual(["REQUEST", "REQUEST", "CANCEL"]);
    expect(ada.map(start)).toEqual([firstInstant, firstInstant, firstInstant, secondInstant, secondInstant]);
    expect(lou.map(start)).toEqual([firstInstant, secondInstant, secondInstant]);

    for (const life of [ada, lou]) {
      expect(new Set(life.map(({ event }) => value(event, "uid"))).size).toBe(1);
      const sequences = life.map(sequence);
      expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
    }
    expect(value(ada[0]?.event ?? expect.fail(), "uid")).not.toBe(value(lou[0]?.event ?? expect.fail(), "uid"));
    expect(lou.map(sequence)).toEqual([0, 1, 2].map((changes) => changes + sequenceAt(at)));
    const stamps = lou.map(({ file }) => instant(/^DTSTAMP:(.+)\r$/m.exec(file)?.[1]));
    expect(stamps).toEqual([0, 5, 7].map((minutes) => Math.floor(step(minutes).getTime() / 1000) * 1000));
    expect(await db.webinar.findUnique({ where: { id }, select: { sequence: true } })).toEqual({ sequence: 2 });
  });
});

test("several seats in one message are published together, under the names by which each is moved later", async () => {
  const at = later(-DAY, inParis("2027-01-11T10:00"));
  const first = await makeWebinar({ startsAt: inParis("2027-03-25T13:00"), publishedAt: at });
  const { cycleId } = first;
  const second = await makeWebinar({ startsAt: inParis("2027-04-01T13:00"), publishedAt: at, cycleId });
  await register([first.slug, second.slug], input({ email: ADA }), {}, at);
  await edit(second.id, { startsAt: inParis("2027-04-08T13:00") }, later(MINUTE, at));
  await deliver(later(MINUTE, at));
  const [programme, moved] = sink.messages.map((mail) => {
    const calendar = new ICAL.Component(ICAL.parse(calendarPart(mail).content.toString("utf8")));
    const events = calendar.getAllSubcomponents("vevent");
    return {
      method: calendar.getFirstPropertyValue("method"),
      uids: events.map((event) => value(event, "uid")),
      starts: events.map((event) => value(event, "dtstart")),
      attendees: events.flatMap((event) => event.getAllProperties("attendee")).length,
      organizers: events.map((event) => value(event, "organizer")),
    };
  });
  expect(programme).toMatchObject({
    method: "PUBLISH",
    starts: ["2027-03-25T12:00:00Z", "2027-04-01T11:00:00Z"],
    attendees: 0,
  });
  expect(programme?.organizers).toEqual(Array(2).fill(moved?.organizers[0]));
  expect(moved).toMatchObject({ method: "REQUEST", starts: ["2027-04-08T11:00:00Z"], attendees: 1 });
  expect(moved?.uids).toEqual([programme?.uids[1]]);
});
