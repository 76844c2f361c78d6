import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test, vi } from "vitest";
import { change, undo } from "#app/(back-office)/administration/[section]/en-nombre/actions";
import BulkPage from "#app/(back-office)/administration/[section]/en-nombre/page";
import { openSession } from "#lib/auth/session-mutations";
import { ASKED } from "#lib/edge/front/request";
import { type FormAction, IDLE } from "#lib/forms/state";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { makeTerm, makeUser } from "#tests/support/factories";

const request = vi.hoisted(() => ({ token: "", headers: new Headers() }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: request.token }), set: () => undefined }),
  headers: async () => request.headers,
}));

beforeEach(async () => {
  const { id } = await makeUser({ role: "editor" });
  request.headers = new Headers({ [ASKED]: "POST /administration/glossaire/en-nombre" });
  request.token = (await openSession(db, { userId: id, userAgent: null }, now())).token;
});

const page = async (search: Record<string, string>) =>
  renderToStaticMarkup(
    await BulkPage({ params: Promise.resolve({ section: "glossaire" }), searchParams: Promise.resolve(search) }),
  );

/** What the last form of a page that has a field holds. */
const fieldsWith = (html: string, name: string): FormData => {
  const form = html.split("<form").findLast((part) => part.includes(`name="${name}"`)) ?? "";
  const fields = new FormData();
  for (const [field] of form.split("</form>")[0]?.matchAll(/<input type="hidden"[^>]*>/g) ?? [])
    fields.append(/name="([^"]*)"/.exec(field)?.[1] ?? "", /value="([^"]*)"/.exec(field)?.[1] ?? "");
  return fields;
};

const leadsTo = async (action: FormAction, form: FormData): Promise<string> => {
  const answer = await action(IDLE, form).catch((error: { digest?: string }) => error.digest?.split(";")[2]);
  return typeof answer === "string" ? answer : JSON.stringify(answer);
};

test("what a page shows is what its form does, and undoes", async () => {
  await makeTerm({ name: "Alliance", publishedAt: null });
  await makeTerm({ name: "Autre", publishedAt: null });
  const shown = await page({ toutes: "oui", q: "alliance", acte: "publish" });
  const form = fieldsWith(shown, "shown");
  expect([form.get("shown"), form.get("q")]).toEqual(["1", "alliance"]);
  await makeTerm({ name: "Alliance nouvelle", publishedAt: null });
  expect(await leadsTo(change, form)).toContain("Entre-temps");
  const again = fieldsWith(await page({ toutes: "oui", q: "alliance", acte: "publish" }), "shown");
  expect(await leadsTo(change, again)).toBe("/administration/glossaire/en-nombre?fait=en-nombre");
  expect(await db.term.count({ where: { publishedAt: { not: null } } })).toBe(2);
  const done = await page({ fait: "en-nombre" });
  expect(done).toContain("Tout défaire");
  expect(await leadsTo(undo, fieldsWith(done, "id"))).toBe("/administration/glossaire/en-nombre?fait=defait");
  expect(await db.term.count({ where: { publishedAt: { not: null } } })).toBe(0);
});
