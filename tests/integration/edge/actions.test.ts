import { globSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { PARTNER_ONLY, READ_ONLY, SESSION_ENDED, SET_UP_FIRST } from "#lib/auth/labels";
import { openSession } from "#lib/auth/session-mutations";
import { ASKED } from "#lib/edge/front/request";
import { type FormAction, IDLE } from "#lib/forms/state";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { PROJECT_ROOT } from "#lib/platform/root";
import { Role } from "#prisma/enums";
import { makePerson, makeResource, makeUser, makeWebinar } from "#tests/support/factories";
import { makeMedia } from "#tests/support/media";
import { pdfSaying } from "#tests/support/pdf-file";
import { withQueues } from "#tests/support/registrations";

/** Every address that anyone may post to, called as each role and as nobody. */

const request = vi.hoisted(() => ({ token: undefined as string | undefined, headers: new Headers() }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => request.token && { value: request.token }, set: () => undefined }),
  headers: async () => request.headers,
}));

withQueues();

const NOBODY = "nobody";
const EVERYONE = [NOBODY, ...Object.values(Role)];
const SIGNED_IN: readonly string[] = Object.values(Role);
const TEAM: readonly string[] = ["administrator", "editor", "reader"];
const WRITERS = ["administrator", "editor"];

/** Who is heard: the longest beginning counts. Whatever is added to the back office is for who may write, until it says otherwise. */
const HEARD: Record<string, readonly string[]> = {
  "app/(site)/": EVERYONE,
  "app/(back-office)/connexion/": EVERYONE,
  "app/(back-office)/bienvenue/": EVERYONE,
  "app/(back-office)/administration/": WRITERS,
  "app/(back-office)/administration/actions.ts signOut": EVERYONE,
  "app/(back-office)/administration/comptes/": ["administrator"],
  "app/(back-office)/administration/mon-centre/": ["partner"],
  "app/(back-office)/administration/mon-compte/": SIGNED_IN,
  "app/(back-office)/connexion/confirmer/": SIGNED_IN,
};

const heardBy = (name: string): readonly string[] => {
  const [longest] = Object.keys(HEARD)
    .filter((beginning) => name.startsWith(beginning))
    .sort((a, b) => b.length - a.length);
  return longest === undefined ? [] : (HEARD[longest] ?? []);
};

const files = globSync("app/**/actions.ts", { cwd: PROJECT_ROOT }).sort();
const actions = await Promise.all(
  files.map(async (file) => {
    const exported = (await import(path.join(PROJECT_ROOT, file))) as Record<string, FormAction>;
    return Object.entries(exported).map(([name, action]) => [`${file} ${name}`, action] as const);
  }),
).then((all) => all.flat());

async function comeAs(who: string, at = now()): Promise<void> {
  request.token = undefined;
  request.headers = new Headers({ [ASKED]: "POST /administration/journal" });
  if (who === NOBODY) return;
  const { id } = await makeUser({ role: who as Role });
  request.token = (await openSession(db, { userId: id, userAgent: null }, at)).token;
}

const OWN_CENTRE = "/administration/mon-centre";
const REFUSED_TO = new Set(["/connexion?retour=%2Fadministration%2Fjournal&perdu=oui", "/administration", OWN_CENTRE]);
const REFUSED_WITH: readonly unknown[] = [SESSION_ENDED, READ_ONLY, PARTNER_ONLY];
const IDENTITY = "/connexion/confirmer?retour=%2Fadministration%2Fjournal";

/** Whether an action read the form at all. */
async function isHeard(action: FormAction, form = new FormData()): Promise<boolean> {
  try {
    const state = await action(IDLE, form);
    const said = state.status === "invalid" ? state.formError : undefined;
    return !REFUSED_WITH.includes(said);
  } catch (error) {
    const [kind, , to = ""] = String((error as { digest?: string }).digest).split(";");
    if (kind !== "NEXT_REDIRECT") throw error;
    return !REFUSED_TO.has(to);
  }
}

test("the sources hold the actions that are called here", () => {
  expect(actions.length).toBeGreaterThan(60);
  for (const [name, action] of actions) expect(action, name).toBeTypeOf("function");
});

describe.each(EVERYONE)("as %s", (who) => {
  beforeEach(() => comeAs(who));

  test("every action is heard, or refused before it reads the form, as the table says", async () => {
    const heard: string[] = [];
    for (const [name, action] of actions) {
      if (name.endsWith(" signOut")) continue;
      if (await isHeard(action)) heard.push(name);
    }
    const expected = actions
      .map(([name]) => name)
      .filter((name) => !name.endsWith(" signOut") && heardBy(name).includes(who));
    expect(heard).toEqual(expected);
  });

  test("what is typed is saved for who may write, and for nobody else", async () => {
    const [, save] = actions.find(([name]) => name.endsWith("[section]/actions.ts save")) ?? [];
    const typed = { noun: "term", version: "0", name: "Alliance", definition: "Un engagement.", source: "La fiche" };
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...typed, confidence: "documented" })) form.set(name, value);
    const heard = save && (await isHeard(save, form));
    expect([heard, await db.term.count()]).toEqual(WRITERS.includes(who) ? [true, 1] : [false, 0]);
  });

  test("the files of the back office are given to who may have them", async () => {
    const { POST } = await import("#app/(back-office)/administration/webinaires/[id]/inscrits/fichier/route");
    const { GET } = await import("#app/(back-office)/administration/visites/fichier/route");
    const { id } = await makeWebinar();
    const body = new URLSearchParams({ columns: "email", format: "xlsx" });
    const asked = new Request("https://portail.example/", { method: "POST", body });
    const registrants = await POST(asked, { params: Promise.resolve({ id }) });
    expect(registrants.status).toBe(WRITERS.includes(who) ? 200 : SIGNED_IN.includes(who) ? 403 : 303);
    const person = await import("#app/(back-office)/administration/personnes/[id]/donnees.json/route");
    const held = { params: Promise.resolve({ id: await makePerson("marie@exemple.fr") }) };
    expect((await person.POST(asked, held)).status).toBe(
      WRITERS.includes(who) ? 200 : SIGNED_IN.includes(who) ? 403 : 303,
    );
    const file = await import("#app/(back-office)/administration/medias/[id]/fichier/route");
    const mediaId = await makeMedia(await pdfSaying(["Bonjour"]));
    const opened = await file.GET(asked, { params: Promise.resolve({ id: mediaId }) });
    expect([opened.status, opened.headers.get("content-type")]).toEqual(
      TEAM.includes(who) ? [200, "application/pdf"] : [303, null],
    );
    expect((await GET(asked)).status).toBe(TEAM.includes(who) ? 200 : 303);
    const list = await import("#app/(back-office)/administration/[section]/fichier/route");
    const listed = await list.GET(asked, { params: Promise.resolve({ section: "ressources" }) });
    expect(listed.status).toBe(TEAM.includes(who) ? 200 : 303);
    const newsletter = await import("#app/(back-office)/administration/personnes/lettre/fichier/route");
    const readers = await newsletter.POST(new Request(asked.url, { method: "POST", body: new URLSearchParams() }));
    expect(readers.status).toBe(WRITERS.includes(who) ? 200 : SIGNED_IN.includes(who) ? 403 : 303);
  });
});

const pages = globSync("app/(back-office)/administration/**/page.tsx", { cwd: PROJECT_ROOT }).sort();
const routes = globSync("app/(back-office)/administration/**/route.ts", { cwd: PROJECT_ROOT }).sort();
/** What a partner may see: whatever is added to the back office is closed to them, until it is named here. */
const OPEN_TO_PARTNERS = [
  // The help of a screen, which says what its buttons do.
  "@aide/[...ecran]/page.tsx",
  "@aide/page.tsx",
  "mon-centre/[section]/[id]/page.tsx",
  "mon-centre/page.tsx",
  "mon-compte/page.tsx",
  "mon-compte/second-facteur/page.tsx",
];

/** Segments of addresses that lead somewhere, so that what is refused is who asks. */
async function somewhere() {
  const [webinar, resource] = [await makeWebinar(), await makeResource()];
  return (file: string) => ({
    section: "ressources",
    id: file.includes("/webinaires/") ? webinar.id : resource.id,
    kind: "confirmation",
    besoin: resource.id,
    centre: resource.id,
    releve: resource.id,
    ecran: ["journal"],
  });
}

describe("a partner", () => {
  beforeEach(() => comeAs("partner"));

  test("is shown none of the pages of the team, those added tomorrow among them", async () => {
    expect(pages.length).toBeGreaterThan(40);
    const segments = await somewhere();
    const opened: string[] = [];
    for (const file of pages) {
      const { default: Page } = (await import(path.join(PROJECT_ROOT, file))) as {
        default: (props: object) => unknown;
      };
      const props = { params: Promise.resolve(segments(file)), searchParams: Promise.resolve({}) };
      const led = await Promise.resolve(Page(props)).then(
        () => "opened",
        (error: { digest?: string }) => error.digest?.split(";")[2] ?? error.digest ?? String(error),
      );
      if (led !== OWN_CENTRE) opened.push(file.replace("app/(back-office)/administration/", ""));
    }
    expect(opened).toEqual(OPEN_TO_PARTNERS);
  });

  test("is given none of its files", async () => {
    expect(routes.length).toBeGreaterThan(5);
    const segments = await somewhere();
    for (const file of routes) {
      const exported = (await import(path.join(PROJECT_ROOT, file))) as Record<
        string,
        (request: Request, context: object) => Promise<Response>
      >;
      const methods = Object.entries(exported).filter(([name]) => /^(GET|POST)$/.test(name));
      expect(methods.length, file).toBeGreaterThan(0);
      for (const [method, answer] of methods) {
        const body = method === "POST" ? new URLSearchParams({ columns: "email", format: "xlsx" }) : null;
        const asked = new Request("https://portail.example/", { method, body });
        const { status } = await answer(asked, { params: Promise.resolve(segments(file)) });
        expect([303, 403], `${method} ${file}`).toContain(status);
      }
    }
  });
});

describe("who signed in more than a quarter of an hour ago", () => {
  const MINUTE = 60_000;

  test("is asked who they are before accounts change, and before people are downloaded; nothing is done meanwhile", async () => {
    await comeAs("administrator", new Date(now().getTime() - 15 * MINUTE));
    for (const [name, action] of actions.filter(([one]) => one.includes("/comptes/"))) {
      const answer = await action(IDLE, new FormData()).catch((error: { digest?: string }) => error.digest);
      expect(answer, name).toContain(IDENTITY);
    }
    const { POST } = await import("#app/(back-office)/administration/webinaires/[id]/inscrits/fichier/route");
    const { id } = await makeWebinar();
    const body = new URLSearchParams({ columns: "email", format: "xlsx" });
    const asked = new Request("https://portail.example/", { method: "POST", body });
    const file = await POST(asked, { params: Promise.resolve({ id }) });
    expect([file.status, file.headers.get("location")]).toEqual([
      303,
      `https://portail.example/connexion/confirmer?retour=${encodeURIComponent(`/administration/webinaires/${id}/inscrits`)}`,
    ]);
    expect(await db.auditEntry.count({ where: { action: "registrants.export" } })).toBe(0);
    const newsletter = await import("#app/(back-office)/administration/personnes/lettre/fichier/route");
    const readers = await newsletter.POST(new Request("https://portail.example/", { method: "POST", body }));
    expect([readers.status, readers.headers.get("location")]).toEqual([
      303,
      expect.stringContaining("/connexion/confirmer?"),
    ]);
    expect(await db.auditEntry.count({ where: { action: "newsletter.export" } })).toBe(0);
    const person = await import("#app/(back-office)/administration/personnes/[id]/donnees.json/route");
    const held = await person.POST(new Request("https://portail.example/", { method: "POST" }), {
      params: Promise.resolve({ id }),
    });
    expect([held.status, held.headers.get("location")]).toEqual([
      303,
      expect.stringContaining("/connexion/confirmer?"),
    ]);
  });

  test("does everything else without being asked", async () => {
    await comeAs("administrator", new Date(now().getTime() - 15 * MINUTE));
    const [, save] = actions.find(([name]) => name.endsWith("[section]/actions.ts save")) ?? [];
    expect(save && (await isHeard(save))).toBe(true);
  });
});

test("an administrator whose time to set a second factor up is over does nothing before", async () => {
  await comeAs("administrator");
  await db.user.updateMany({ data: { secondFactorDueAt: now() } });
  const led = await Promise.all(
    actions
      .filter(([name]) => heardBy(name).includes("administrator") && !heardBy(name).includes(NOBODY))
      .filter(([name]) => !/second-facteur|confirmer/.test(name))
      .map(([, action]) =>
        action(IDLE, new FormData()).then(
          (state) => (state.status === "invalid" ? state.formError : ""),
          (error: { digest?: string }) => error.digest?.split(";")[2],
        ),
      ),
  );
  expect([...new Set(led)].sort()).toEqual(["/administration/mon-compte/second-facteur", SET_UP_FIRST].sort());
});
