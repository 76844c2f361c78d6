import { expect, test } from "vitest";
import { forgetFarewells } from "#lib/notices/farewell/mutations";
import { db } from "#lib/platform/db";
import { AT, HOUR, later } from "#tests/support/clock";

test("the last message to somebody erased is kept until it has left, for three days at most", async () => {
  const write = (subject: string, status: "queued" | "sent", hours: number) =>
    db.outgoingMail.create({
      data: {
        kind: "person-erased",
        to: "elodie@exemple.fr",
        emailKey: "elodie@exemple.fr",
        subject,
        text: "",
        html: "",
        status,
        createdAt: later(-hours * HOUR),
      },
    });
  await write("waits", "queued", 71);
  await write("has waited too long", "queued", 73);
  await write("has left", "sent", 1);
  await forgetFarewells(AT);
  expect(await db.outgoingMail.findMany({ select: { subject: true } })).toEqual([{ subject: "waits" }]);
});
