import { describe, expect, test } from "vitest";
import { register } from "#lib/enrolment/mutations";
import { cancel } from "#lib/enrolment/seat/mutations";
import { db } from "#lib/platform/db";
import { AT, HOUR, later } from "#tests/support/clock";
import { makeWebinar } from "#tests/support/factories";
import { input, mails, seatOf, withQueues } from "#tests/support/registrations";

withQueues();

describe("one form", () => {
  const FORM = "jeton-de-formulaire";
  const send = (slug: string, overrides = {}, at = AT) => register([slug], input(overrides), { formToken: FORM }, at);

  test("sent twenty times at once, then an hour later, is one registration, one message and one answer", async () => {
    const { slug } = await makeWebinar();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => send(slug)));
    outcomes.push(await send(slug, {}, later(HOUR)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await db.registration.count()).toBe(1);
    expect(await mails()).toHaveLength(1);
    const token = outcomes[0]?.ok ? outcomes[0].token : "";
    expect(await seatOf(token)).toMatchObject({ state: "confirmed" });
    expect(await cancel(token, slug, null, AT)).toEqual({ ok: true });
  });

  test("sent by a colleague who went back to it is their own registration, whatever becomes of the first", async () => {
    const { slug } = await makeWebinar();
    const [first, second] = [await send(slug), await send(slug, { email: "collegue@exemple.fr" })];
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(first).not.toEqual(second);
    expect(await db.registration.count()).toBe(2);
    expect(await send(slug, { email: "collegue@exemple.fr" })).toEqual(second);
    expect(await db.registration.count()).toBe(2);
  });

  test("sent again with something else in it is refused, and changes nothing", async () => {
    const { slug } = await makeWebinar();
    await send(slug);
    expect(await send(slug, { firstName: "Autre" })).toEqual({ ok: false, reason: "spent" });
    expect(await db.registration.count()).toBe(1);
  });
});
