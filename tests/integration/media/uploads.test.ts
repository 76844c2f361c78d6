import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { forgetOldUploads, forgetUpload, keepPart } from "#lib/media/uploads/mutations";
import { countParts, findUpload } from "#lib/media/uploads/queries";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import { makeEditor } from "#tests/support/factories";

const parts = ["Un guide", ", en", " trois parts"].map((text) => new Uint8Array(Buffer.from(text)));
const whole = Buffer.concat(parts);
const sha256 = createHash("sha256").update(whole).digest("hex");
const keep = (editor: Parameters<typeof keepPart>[0], number: number, bytes = parts[number], at = AT) =>
  keepPart(editor, { sha256, number, bytes: bytes ?? new Uint8Array() }, at);

test("the parts of a file are counted to the first that is missing, and make it again, whatever order they came in", async () => {
  const editor = await makeEditor();
  expect(await countParts(editor, sha256)).toBe(0);
  await keep(editor, 2);
  await keep(editor, 0);
  expect(await countParts(editor, sha256)).toBe(1);
  expect(await findUpload(editor, sha256)).toBeNull();
  await keep(editor, 1);
  expect(await countParts(editor, sha256)).toBe(3);
  expect(Buffer.from((await findUpload(editor, sha256)) ?? []).equals(whole)).toBe(true);
});

test("a part that comes twice at once is one", async () => {
  const editor = await makeEditor();
  await Promise.all([keep(editor, 0), keep(editor, 0), keep(editor, 0)]);
  expect(await db.uploadPart.count({ where: { userId: editor.userId } })).toBe(1);
});

test("what its parts make is that file, or nothing", async () => {
  const editor = await makeEditor();
  await keep(editor, 0);
  await keep(editor, 1, new Uint8Array(Buffer.from(", EN")));
  await keep(editor, 2);
  expect(await findUpload(editor, sha256)).toBeNull();
});

test("nobody opens, counts or forgets what a colleague sends", async () => {
  const [editor, other] = [await makeEditor(), await makeEditor()];
  for (const number of [0, 1, 2]) await keep(editor, number);
  expect([await countParts(other, sha256), await findUpload(other, sha256)]).toEqual([0, null]);
  await forgetUpload(other, sha256);
  expect(await countParts(editor, sha256)).toBe(3);
  await forgetUpload(editor, sha256);
  expect(await countParts(editor, sha256)).toBe(0);
});

test("what nobody went on with is forgotten after a day, not before", async () => {
  const editor = await makeEditor();
  await keep(editor, 0);
  await keep(editor, 1, parts[1], later(1));
  await forgetOldUploads(later(DAY));
  expect(await db.uploadPart.count({ where: { userId: editor.userId } })).toBe(2);
  await forgetOldUploads(later(DAY + 1));
  expect(await db.uploadPart.findMany({ where: { userId: editor.userId }, select: { number: true } })).toEqual([
    { number: 1 },
  ]);
});
