import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { RoomScreen } from "#components/attendance/room-screen";
import type { RoomView } from "#lib/attendance/schema";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { roomView, seatWebinar } from "#tests/support/views";

const webinar = seatWebinar({ startsAt: later(HOUR) });
const room = roomView({ opensAt: later(45 * MINUTE), webinar });
const draw = (changes: Partial<RoomView> = {}, still = false) =>
  renderToStaticMarkup(
    <RoomScreen room={{ ...room, ...changes }} token="secret" webinar="evaluer-2027" still={still} at={AT}>
      le bouton
    </RoomScreen>,
  );
const heading = (html: string) => /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1];

describe("the page of a room", () => {
  test("shows its button while the room is open, and only then", () => {
    for (const state of ["early", "missing", "over", "cancelled", "waiting", "offered", "left"] as const) {
      expect(draw({ state })).not.toContain("le bouton");
    }
    const html = draw({ state: "open" });
    expect(html).toContain("le bouton");
    expect(html).toContain("La séance commence à 11\u00A0h, heure de Paris.");
  });

  test("says that it is still open once the hour is over, as the personal page does", () => {
    const late = { ...webinar, startsAt: later(-65 * MINUTE), durationMinutes: 60 };
    const html = draw({ state: "open", webinar: late });
    expect(html).toContain("le bouton");
    expect(html).toContain("La séance devait finir à 9\u00A0h\u00A055, la salle est encore ouverte.");
    expect(html).not.toContain("a commencé");
  });

  test("gives the calendar file of the registration, never the public one beside the invitation that was mailed", () => {
    expect(draw()).toContain("agenda.ics");
    expect(draw({ opensPage: false })).not.toContain("agenda.ics");
    expect(draw()).toContain("À quelle heure outre-mer");
  });

  test("asks again by itself until its reader stops it, on the same address", () => {
    expect(draw()).not.toContain("http-equiv");
    const html = draw({ refreshSeconds: 60 });
    expect(html).toContain('<meta http-equiv="refresh" content="60"/>');
    expect(html).toContain('href="/rejoindre/secret?seance=evaluer-2027&amp;actualiser=non"');
    const stopped = draw({ refreshSeconds: 60 }, true);
    expect(stopped).not.toContain("http-equiv");
    expect(stopped).toContain('href="/rejoindre/secret?seance=evaluer-2027"');
  });

  test("tells the new date of a session that moved", () => {
    const moved = { ...webinar, previousStartsAt: later(-DAY) };
    const html = draw({ webinar: moved });
    expect(html).toContain("La séance a été déplacée.");
    expect(html).toContain("dimanche 10 janvier 2027");
    expect(html).toContain("lundi 11 janvier 2027");
    expect(draw({ webinar: moved, state: "over" })).not.toContain("déplacée");
  });

  test("leads to the replay when it is public, else says that it will come", () => {
    const replayed = draw({ state: "over", webinar: { ...webinar, replayPublic: true } });
    expect(replayed).toContain("Revoir la séance");
    expect(draw({ state: "over" })).toContain("n’est pas encore en ligne");
  });

  test("leads to the personal page when the link opens it, else to where links are sent again", () => {
    expect(draw({ state: "offered" })).toContain('href="/inscriptions/secret"');
    expect(draw({ state: "offered", opensPage: false })).toContain('href="/inscriptions/retrouver"');
    expect(heading(draw({ state: "offered" }))).toBe("Une place vous est proposée");
  });
});
