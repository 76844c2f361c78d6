import { expect, test } from "vitest";
import type { readReportFile } from "#lib/attendance/reports/fields";
import { confined } from "#lib/platform/confined";

const LONG = new TextEncoder().encode(`Nom,Durée\n${"Camille Durand,12\n".repeat(15_000)}`);
const SHORT = new TextEncoder().encode("Nom,Durée\nCamille Durand,12\n");
const read = (bytes: Uint8Array, most?: { milliseconds: number; megabytes: number }) =>
  confined<typeof readReportFile>("report", [bytes], most);

test("what a reader returns comes back from its thread", { timeout: 60_000 }, async () => {
  expect(await read(SHORT)).toEqual({
    ok: true,
    value: { ok: true, people: [{ name: "Camille Durand", email: null, seconds: 720 }] },
  });
});

test.each([
  ["time", { milliseconds: 1, megabytes: 256 }],
  ["memory", { milliseconds: 60_000, megabytes: 6 }],
])("a reader that is given too little %s is stopped, and it is said", { timeout: 60_000 }, async (_, most) => {
  expect(await read(LONG, most)).toEqual({ ok: false, reason: "exhausted" });
});
