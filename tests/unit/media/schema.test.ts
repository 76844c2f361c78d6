import { expect, test } from "vitest";
import { addressName } from "#lib/media/rules";
import { broughtMedia, MEDIA_BYTES } from "#lib/media/schema";

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

test.each([
  ["Guide des alliances (2026).PDF", "application/pdf", "guide-des-alliances-2026.pdf"],
  ["été.jpeg", "image/png", "ete.png"],
  ["???", "application/pdf", "fichier.pdf"],
  [`${"a".repeat(90)}.pdf`, "application/pdf", `${"a".repeat(80)}.pdf`],
  [`${"a".repeat(79)} b.pdf`, "application/pdf", `${"a".repeat(79)}.pdf`],
])("%s is served as %s under %s", (given, mime, name) => {
  expect(addressName(given, mime)).toBe(name);
});
