import { expect, test } from "vitest";
import { respondWithEtag } from "#lib/edge/conditional-get";

const HEADERS = { "Content-Type": "text/plain" };
const ask = (body: string, known?: string) =>
  respondWithEtag(
    new Request("https://portail.example/", known === undefined ? {} : { headers: { "If-None-Match": known } }),
    body,
    HEADERS,
  );
const tagOf = (body: string) => ask(body).headers.get("etag") ?? "";

test("gives the file and its tag to who comes for the first time", async () => {
  const response = ask("un");
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("un");
  expect(response.headers.get("content-type")).toBe("text/plain");
  expect(tagOf("un")).toMatch(/^"[\w-]+"$/);
  expect(tagOf("deux")).not.toBe(tagOf("un"));
});

test.each([
  ["the same tag", tagOf("un")],
  ["one that a proxy weakened", `W/${tagOf("un")}`],
  ["one among others", `"autre", ${tagOf("un")}`],
  ["any", "*"],
])("answers 304 without a body to who has it: %s", async (_, known) => {
  const response = ask("un", known);
  expect(response.status).toBe(304);
  expect(await response.text()).toBe("");
  expect(response.headers.get("etag")).toBe(tagOf("un"));
});

test.each([["another one"], [tagOf("deux")], [""]])("gives it anew to who has %s", (known) => {
  expect(ask("un", known).status).toBe(200);
});

test("says when it changed last, when that is known", () => {
  const changedAt = new Date("2027-01-11T09:00:00Z");
  const at = (instant: Date) => respondWithEtag(new Request("https://portail.example/"), "un", HEADERS, instant);
  expect(at(changedAt).headers.get("last-modified")).toBe("Mon, 11 Jan 2027 09:00:00 GMT");
  expect(at(new Date(0)).headers.has("last-modified")).toBe(false);
});
