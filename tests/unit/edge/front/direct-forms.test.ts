import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { formAction } from "#lib/edge/form-action";
import { directForm, type FormOutcome, knownOutcome } from "#lib/edge/form-outcome";
import { CLIENT_ADDRESS } from "#lib/edge/front/client-address";
import { createFront } from "#lib/edge/front/server";
import { IDLE } from "#lib/forms/state";
import { freePort } from "#lib/platform/embedded-postgres";

const ID = "7f".padEnd(42, "0");
const ran: { email: string; address: string | null }[] = [];
const heard: { body: string; known: FormOutcome | undefined }[] = [];
let outcome: FormOutcome | Error = { ok: true, redirectTo: "/inscriptions/jeton" };

const work = {
  schema: z.object({ email: z.email() }),
  run: async ({ email }: { email: string }, headers: Headers) => {
    ran.push({ email, address: headers.get(CLIENT_ADDRESS) });
    if (outcome instanceof Error) throw outcome;
    return outcome;
  },
};
/** The action of the page, as the framework calls it. */
const action = formAction({ ...work, guard: async () => new Headers() });

async function pages(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  heard.push({ body: Buffer.concat(chunks).toString(), known: knownOutcome() });
  const form = new FormData();
  form.append("email", "elodie@exemple.fr");
  const state = heard.at(-1)?.known ? await action(IDLE, form) : IDLE;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(`<p>${"formError" in state ? state.formError : "page"}</p>`);
}

const forms = new Map([[ID, directForm(work)]]);
const front = createFront({ siteUrl: "http://portail.example", development: false, pages, forms });
let site = "";
beforeAll(async () => {
  const port = await freePort();
  site = `http://127.0.0.1:${port}`;
  await front.listen(port, "127.0.0.1");
});
afterAll(() => front.stop());
beforeEach(() => {
  ran.length = 0;
  heard.length = 0;
  outcome = { ok: true, redirectTo: "/inscriptions/jeton" };
});

function post(fields: Record<string, string> = {}, headers: Record<string, string> = {}, id = ID) {
  const body = new FormData();
  const named = {
    $ACTION_REF_1: "",
    "$ACTION_1:0": `{"id":"${id}","bound":"$@1"}`,
    "$ACTION_1:1": '[{"status":"idle"}]',
  };
  for (const [name, value] of Object.entries({ ...named, $ACTION_KEY: "k1", email: "elodie@exemple.fr", ...fields }))
    body.append(name, value);
  return fetch(`${site}/webinaires/une`, { method: "POST", body, redirect: "manual", headers });
}

describe("a form that the front runs", () => {
  it("leads on once it is accepted, and its page is not drawn", async () => {
    const answer = await post();
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/inscriptions/jeton"]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect((await post({}, { "x-form": "kept" })).status).toBe(201);
    expect([ran.length, heard.length]).toEqual([2, 0]);
  });

  it("comes back drawn by its page, which is told what became of it and does not run it again", async () => {
    outcome = { ok: false, formError: "Cette séance est close." };
    const answer = await post();
    expect([answer.status, await answer.text()]).toEqual([200, "<p>Cette séance est close.</p>"]);
    expect(ran).toHaveLength(1);
    expect(heard[0]?.body).toContain("elodie@exemple.fr");
  });

  it("says what happened when it fails, and does not try again", async () => {
    outcome = new Error("database");
    expect(await (await post()).text()).toContain("Un incident nous empêche d’enregistrer");
    expect(ran).toHaveLength(1);
  });

  it("is left to its page with a field in error, and is not run", async () => {
    expect((await post({ email: "elodie" })).status).toBe(200);
    expect(ran).toEqual([]);
    expect(heard[0]?.known).toBeUndefined();
  });

  it.each([
    ["of another build", () => post({}, {}, "7f".padEnd(42, "1"))],
    [
      "bound to no action",
      () => fetch(`${site}/webinaires/une`, { method: "POST", body: new URLSearchParams({ email: "a@b.fr" }) }),
    ],
  ])("is one of this build, and not one %s", async (_, send) => {
    expect((await send()).status).toBe(200);
    expect([ran.length, heard.length]).toEqual([0, 1]);
  });

  it("is run for nobody who posts from another site, nor when it is not what it says", async () => {
    expect((await post({}, { origin: "https://ailleurs.example" })).status).toBe(403);
    expect((await post({ "$ACTION_1:1": "null" })).status).toBe(400);
    expect(ran).toEqual([]);
  });

  it("is told no other address of its visitor than what the front believes", async () => {
    await post({}, { [CLIENT_ADDRESS]: "203.0.113.9", "x-forwarded-for": "203.0.113.9" });
    expect(ran).toEqual([{ email: "elodie@exemple.fr", address: null }]);
  });
});
