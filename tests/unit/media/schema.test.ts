import { expect, test } from "vitest";
import { addressName, MEDIA_BYTES } from "#lib/media/rules";
import { broughtMedia } from "#lib/media/schema";
import { PART_BYTES } from "#lib/media/uploads/rules";
import { uploadPart } from "#lib/media/uploads/schema";

const faults = (file: unknown) => broughtMedia.safeParse({ file }).error?.issues.map(({ message }) => message) ?? [];
const ofBytes = (bytes: number) => new File([new Uint8Array(bytes)], "a.pdf");

test("a file is brought that holds something, and weighs 25 Mo at most", () => {
  expect([faults(ofBytes(1)), faults(ofBytes(MEDIA_BYTES))]).toEqual([[], []]);
  expect(faults(undefined)).toEqual(["Choisissez un fichier."]);
  expect(faults(ofBytes(0))).toEqual(["Ce fichier est vide."]);
  expect(faults(ofBytes(25_000_001))).toEqual([
    "Ce fichier dépasse 25\u202FMo\u00A0: allégez-le, ou donnez un lien vers le site qui le publie.",
  ]);
});

test("or was sent in parts, and is named by what the whole is", () => {
  const sha256 = "a".repeat(64);
  expect(broughtMedia.parse({ file: `${sha256}/Guide d’été.pdf` }).file).toEqual({ sha256, name: "Guide d’été.pdf" });
  for (const other of ["", sha256, `${sha256}/`, `${sha256}/../a.pdf`, `${sha256}/${"a".repeat(256)}`, "guide.pdf"])
    expect(faults(other)).toEqual(["Choisissez un fichier."]);
});

test("a part is no larger than a slow network bears, and there are no more than the largest file has", () => {
  const sent = (number: number, bytes = 1) =>
    uploadPart.safeParse({ sha256: "a".repeat(64), number: String(number), part: ofBytes(bytes) }).success;
  expect([sent(0), sent(49), sent(0, PART_BYTES)]).toEqual([true, true, true]);
  expect([sent(-1), sent(50), sent(0, 0), sent(0, 500_001), sent(0.5)]).toEqual(Array(5).fill(false));
  expect(uploadPart.safeParse({ sha256: "a".repeat(64), number: "0" }).success).toBe(true);
  expect(uploadPart.safeParse({ sha256: "../a", number: "0" }).success).toBe(false);
});

test.each([
  ["Guide des alliances (2026).PDF", "application/pdf", "guide-des-alliances-2026.pdf"],
  ["été.jpeg", "image/png", "ete.png"],
  ["???", "application/pdf", "fichier.pdf"],
  [`${"a".repeat(90)}.pdf`, "application/pdf", `${"a".repeat(80)}.pdf`],
  [`${"a".repeat(79)} b.pdf`, "application/pdf", `${"a".repeat(79)}.pdf`],
])("%s is served as %s under %s", (given, mime, name) => {
  expect(addressName(given, mime)).toBe(name);
});
