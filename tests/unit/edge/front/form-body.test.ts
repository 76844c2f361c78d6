import { describe, expect, it } from "vitest";
import { limitsOf } from "#lib/edge/front/body";
import { bodyRefusal } from "#lib/edge/front/form-body";
import { MEDIA_BYTES } from "#lib/media/rules";

const ID = "7f".padEnd(42, "0");
const LIMITS = { bytes: 64_000, fields: 200 };

async function posted(fields: [string, string][], headers: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const response = new Response(form);
  const type = response.headers.get("content-type") ?? "";
  const body = Buffer.from(await response.arrayBuffer());
  return (await bodyRefusal(body, { "content-type": type, ...headers }, LIMITS))?.status ?? "read";
}
const raw = async (type: string, text: string, headers: Record<string, string> = {}) =>
  (await bodyRefusal(Buffer.from(text), { "content-type": type, ...headers }, LIMITS))?.status ?? "read";

const IDLE = '[{"status":"idle"}]';
const REFERENCE: [string, string] = ["$ACTION_REF_1", ""];
const TARGET: [string, string] = ["$ACTION_1:0", `{"id":"${ID}","bound":"$@1"}`];
const KEY: [string, string] = ["$ACTION_KEY", "k1"];
const form = (state: string): [string, string][] => [
  REFERENCE,
  TARGET,
  ["$ACTION_1:1", state],
  KEY,
  ["email", "a@b.fr"],
];

describe("a form sent without scripts", () => {
  it("is read when it is one of ours", async () => {
    expect(await posted(form(IDLE))).toBe("read");
    const back = [
      { status: "invalid", values: { motif: "$$5", cases: ["a", "b"] }, fieldErrors: {}, formError: "$undefined" },
    ];
    expect(await posted(form(JSON.stringify(back)))).toBe("read");
    expect(await posted([["email", "a@b.fr"]])).toBe("read");
    expect(
      await posted([
        [`$ACTION_ID_${ID}`, ""],
        ["email", "a@b.fr"],
      ]),
    ).toBe("read");
  });

  it.each<[string, [string, string][]]>([
    ["a state cut short", form('[{"sta')],
    ["no state", [REFERENCE, TARGET]],
    ["a state that is none", form("null")],
    ["two states", form('[{"status":"idle"},{"status":"idle"}]')],
    ["a state that refers elsewhere", form('[{"status":"$1"}]')],
    ["a state that refers to the form", form('[{"status":"idle","values":"$K1"}]')],
    ["a state deeper than any", form(`[{"status":${"[".repeat(30)}${"]".repeat(30)}}]`)],
    ["an action that is not bound", [REFERENCE, ["$ACTION_1:0", `{"id":"${ID}","bound":null}`], KEY]],
    ["an action cut short", [REFERENCE, ["$ACTION_1:0", `{"id":"${ID}"`], ["$ACTION_1:1", IDLE]]],
    ["an action that is none", [["$ACTION_ID_7f", ""]]],
    [
      "two actions that are not bound",
      [
        [`$ACTION_ID_${ID}`, ""],
        [`$ACTION_ID_${ID.replace("7f", "60")}`, ""],
      ],
    ],
    ["two actions", [...form(IDLE), ["$ACTION_REF_2", ""]]],
    ["an action said twice", [...form(IDLE), TARGET]],
  ])("is refused with %s", async (_, fields) => {
    expect(await posted(fields)).toBe(400);
  });
});

describe("a form sent by scripts", () => {
  const call = (args: string): [string, string][] => [
    ["_1_email", "a@b.fr"],
    ["0", args],
  ];
  const action = { "next-action": ID };

  it("is read when it is one of ours", async () => {
    expect(await posted(call('[{"status":"idle"},"$K1"]'), action)).toBe("read");
  });

  it.each<[string, [string, string][]]>([
    ["arguments cut short", call('[{"status":"idle"},"$K1"')],
    ["no argument", call("[]")],
    ["no arguments", [["_1_email", "a@b.fr"]]],
    ["another form", call('[{"status":"idle"},"$K2"]')],
    ["the form twice", call('["$K1","$K1"]')],
    ["a reference in the state", call('[{"status":"$1"},"$K1"]')],
    ["other parts", [...call('[{"status":"idle"},"$K1"]'), ["2", "{}"]]],
  ])("is refused with %s", async (_, fields) => {
    expect(await posted(fields, action)).toBe(400);
  });

  it("has a state as deep as forms that come back, and no deeper", async () => {
    const nested = (levels: number) => `[{"status":${"[".repeat(levels)}${"]".repeat(levels)}},"$K1"]`;
    expect(await posted(call(nested(5)), action)).toBe("read");
    expect(await posted(call(nested(6)), action)).toBe(400);
  });

  it("is never plain text", async () => {
    expect(await raw("text/plain", '[{"status":"idle"}]', action)).toBe(400);
    expect(await raw("application/x-www-form-urlencoded", "0=1", action)).toBe(400);
  });
});

describe("any body", () => {
  it.each([
    ["multipart/form-data", "x"],
    ["multipart/form-data; boundary=x", "zz"],
    ["multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'],
    ["multipart/form-data; boundary=", "--\r\n"],
    ["application/json", "{"],
  ])("is refused when it is no %s", async (type, text) => {
    expect(await raw(type, text)).toBe(400);
  });

  it("has no more fields than its form", async () => {
    const fields = (count: number): [string, string][] =>
      Array.from({ length: count }, (_, index) => [`f${index}`, ""]);
    expect([await posted(fields(200)), await posted(fields(201))]).toEqual(["read", 413]);
    const pairs = (count: number) => raw("application/x-www-form-urlencoded", Array(count).fill("a=1").join("&"));
    expect([await pairs(200), await pairs(201)]).toEqual(["read", 413]);
  });

  it("comes uncompressed", async () => {
    expect(await raw("text/plain", "x", { "content-encoding": "gzip" })).toBe(415);
    expect(await raw("text/plain", "x", { "content-encoding": "identity" })).toBe("read");
  });

  it("may be larger and longer for the team", () => {
    const [team, registration, seat] = ["/administration/cycles", "/webinaires/une-seance", "/inscriptions/jeton"].map(
      limitsOf,
    );
    expect(team?.bytes).toBe(2_500_000);
    expect(limitsOf("/administration/ressources/importer").bytes).toBe(25_500_000);
    expect(team?.bytes).toBeGreaterThan(registration?.bytes ?? Infinity);
    expect(registration?.fields).toBeGreaterThan(seat?.fields ?? Infinity);
    expect(limitsOf("/administrations").bytes).toBe(limitsOf("/").bytes);
  });

  it("has room for the largest form of its address, and for little more", () => {
    // The review of 1,000 people, three fields each; a registration at every session of a year.
    expect([limitsOf("/administration").fields, limitsOf("/webinaires").fields]).toEqual([4_000, 200]);
    // A file of the library, and what is said of it.
    const media = limitsOf("/administration/medias/nouveau");
    expect(media.bytes).toBeGreaterThan(MEDIA_BYTES);
    expect(media.bytes).toBeLessThan(1.05 * MEDIA_BYTES);
    expect(media.fields).toBe(limitsOf("/").fields);
  });

  it("is nothing where no page stands", () => {
    expect(limitsOf("*")).toEqual({ bytes: 0, fields: 0 });
  });
});
