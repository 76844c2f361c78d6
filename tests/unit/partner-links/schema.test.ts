import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { followedCode, newPartnerLink } from "#lib/partner-links/schema";

describe("the code that a visitor brings", () => {
  test.each([
    ["AMF-2027", "amf-2027"],
    [" amf ", "amf"],
    [["amf", "autre"], "amf"],
    [undefined, undefined],
    ["", undefined],
    ["a\u0000b", undefined],
    ["a'; DROP TABLE", undefined],
    ["am\u212A", undefined],
    ["amf=", undefined],
    ["amf-", undefined],
    ["x".repeat(61), undefined],
    [{ amf: "1" }, undefined],
  ])("%o is %s", (said, code) => {
    expect(followedCode.parse(said)).toBe(code);
  });
});

describe("the form of a new link", () => {
  const read = (typed: Record<string, string>) =>
    newPartnerLink.safeParse({ webinarId: randomUUID(), partner: "Région Sud", code: "", quota: "", ...typed });
  const faults = (typed: Record<string, string>) => read(typed).error?.issues.map(({ path }) => path[0]);

  test("takes the code from the name when none is typed, and no limit for an empty quota", () => {
    expect(read({}).data).toMatchObject({ partner: "Région Sud", code: "region-sud", quota: null });
    expect(read({ code: " AMF-26 ", quota: "3" }).data).toMatchObject({ code: "amf-26", quota: 3 });
  });

  test.each([
    ["partner", { partner: " " }],
    ["partner", { partner: "x".repeat(121) }],
    ["code", { code: "deux mots" }],
    ["code", { code: "été" }],
    ["code", { code: "-" }],
    ["code", { code: "x".repeat(61) }],
    ["code", { partner: "…" }],
    ["quota", { quota: "0" }],
    ["quota", { quota: "-1" }],
    ["quota", { quota: "beaucoup" }],
  ] as [string, Record<string, string>][])("says what is wrong beside %s: %o", (field, typed) => {
    expect(faults(typed)).toEqual([field]);
  });
});
