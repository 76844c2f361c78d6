import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AnnouncementHistory } from "#components/back-office/announcements/history";
import { countWords, type PlannedMessage } from "#components/back-office/notices/plan";
import type { PlanState } from "#lib/notices/plan/schema";
import { AT } from "#tests/support/clock";
import { sentAnnouncement } from "#tests/support/views";

const none = { sent: 0, failed: 0, queued: 0, dropped: 0 };
const message = (state: PlanState, deliveries = {}): PlannedMessage => ({
  kind: "survey",
  deliveries: { ...none, ...deliveries },
  rewritten: false,
  planned: { due: AT, recipients: 5, state, off: false },
});

test("a message that left says what was refused and what waits", () => {
  expect(countWords(message("done", { sent: 3, failed: 1, queued: 1 }))).toBe(
    "3\u00A0messages partis, 1\u00A0refusé, 1\u00A0en attente",
  );
  expect(countWords(message("planned"))).toBe("5\u00A0destinataires aujourd’hui, aucun message parti");
});

test("a message that nobody will get any more announces nobody", () => {
  expect(countWords(message("past"))).toBe("aucun message parti");
  expect(countWords(message("cancelled"))).toBe("aucun message parti");
  expect(countWords(message("nobody"))).toBe("");
});

test("what was erased is not said not to have left", () => {
  expect(countWords(message("erased"))).toBe("");
});

test("an announcement says which of its messages were erased with their readers", () => {
  const words = (recipients: number, deliveries: object) =>
    renderToStaticMarkup(
      <AnnouncementHistory
        announcements={[sentAnnouncement({ recipients, deliveries: { ...none, ...deliveries } })]}
      />,
    );
  expect(words(3, { sent: 2 })).toContain("2\u00A0messages partis, 1\u00A0effacé avec les inscrits");
  expect(words(3, {})).toContain("3\u00A0effacés avec les inscrits");
  expect(words(2, { sent: 2 })).not.toContain("effacé");
});
