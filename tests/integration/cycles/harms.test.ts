import { expect, test, vi } from "vitest";
import { openSession } from "#lib/auth/session-mutations";
import { doubtedDates, findCycle } from "#lib/cycles/queries";
import { readyDrafts } from "#lib/cycles/rules";
import { ASKED } from "#lib/edge/front/request";
import { type FormState, IDLE, textValue } from "#lib/forms/state";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { makeEditor, makeUser, makeWebinar } from "#tests/support/factories";

const request = vi.hoisted(() => ({ token: undefined as string | undefined, headers: new Headers() }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => request.token && { value: request.token }, set: () => undefined }),
  headers: async () => request.headers,
}));

const { publish } = await import("#app/(back-office)/administration/cycles/actions");

test("the drafts of a cycle that harm readers are published together only with a reason, which the journal keeps", async () => {
  const { id: userId } = await makeUser({ role: "editor" });
  request.token = (await openSession(db, { userId, userAgent: null }, now())).token;
  request.headers = new Headers({ [ASKED]: "POST /administration/cycles" });
  const startsAt = new Date(now().getTime() + 90 * 86_400_000);
  const { cycleId } = await makeWebinar({ publishedAt: null, startsAt, title: "Agir", body: "[Ici](/besoins)" });
  await makeWebinar({ cycleId, publishedAt: null, startsAt, slug: "autre", title: "Comprendre", body: "Fini." });
  const ready = readyDrafts((await findCycle(await makeEditor(), cycleId))?.webinars ?? [], now());
  const form = new FormData();
  form.set("id", cycleId);
  form.set("shown", (await doubtedDates(ready, now())).shown);

  const refused = (await publish(IDLE, form)) as FormState & { formError: string };
  expect(refused.formError).toMatch(/1\u00A0point empêche.*«\u202FAgir\u202F»\u00A0:.*ne dit pas où il mène/);
  expect(textValue(refused, "despite.asked")).toBe("publish");
  expect(await db.webinar.count({ where: { publishedAt: { not: null } } })).toBe(0);

  form.set("despite", "La page arrive.");
  const done = await publish(IDLE, form).catch((error: { digest?: string }) => error.digest);
  expect(done).toContain("fait=publie");
  expect(await db.webinar.count({ where: { publishedAt: { not: null } } })).toBe(2);
  const { details } = await db.auditEntry.findFirstOrThrow({ where: { action: "cycle.publish" } });
  expect(details).toEqual({ webinars: 2, despite: "La page arrive.", checks: ["link-words"] });
});
