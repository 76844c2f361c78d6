import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccount } from "#lib/auth/account-mutations";
import { disconnect } from "#lib/platform/db";
import { freePort } from "#lib/platform/embedded-postgres";
import { pause } from "#tests/support/chance";
import { person, registrationForm, verdict } from "#tests/support/crowd";
import { Cookies, formIn, type HtmlForm, openForm } from "#tests/support/html-form";
import { type Machines, startMachines } from "#tests/support/machines";
import { noNginx, startNginx } from "#tests/support/nginx-proxy";
import { noPgBouncer } from "#tests/support/pgbouncer";
import { type Portal, startPortal } from "#tests/support/portal";
import { nextRelease } from "#tests/support/release";
import { until } from "#tests/support/workers";

const PASSWORD = "une phrase assez longue";
const SENT_BEFORE_PROOF = 11;
const EVERY_MS = 20;
/** More is not asked of a machine that others keep busy. */
const MOST_AT_ONCE = 12;

let machines: Machines;
beforeAll(async () => {
  machines = await startMachines();
});
afterAll(async () => {
  await disconnect();
  await machines?.close();
});

const here = (path: string) => `${machines.balancer.url}${path}`;

/** The portals that answered since, in order: each step of a journey is led to the other one. */
function ways(): () => number {
  const { led } = machines.balancer;
  const before = led.length;
  return () => new Set(led.slice(before)).size;
}

/** A page of the balancer whose next request goes to the other portal. */
const pathOf = (location: string | null) => new URL(location ?? "", machines.balancer.url).href;

test("three machines that start at once on an empty database prepare it once", async () => {
  const { rows } = machines.database;
  const [progress] = await rows<{ again: number }>(
    `SELECT (count(*) - count(DISTINCT migration_name))::int AS "again" FROM "_prisma_migrations"`,
  );
  expect(progress).toEqual({ again: 0 });
  expect(await rows('SELECT 1 FROM "ContentReading"')).toHaveLength(1);
  const [needs] = await rows<{ count: number }>('SELECT count(*)::int AS "count" FROM "Need"');
  expect(needs).toEqual({ count: 7 });
  const links = machines.webs.map(({ said }) => /\/bienvenue\/\S+/.exec(said())?.[0]);
  expect(links.every(Boolean)).toBe(true);
});

test.skipIf(noPgBouncer)("they work through PgBouncer, in transaction mode", async () => {
  const kept = await machines.database.rows("SELECT 1 FROM pg_db_role_setting WHERE setrole = current_user::regrole");
  expect(kept).toHaveLength(1);
});

describe("a visitor, each step with the other machine", () => {
  test("registers, is written to, finds their page, gives their seat back", async () => {
    const { database, sink } = machines;
    const met = ways();
    const slug = await database.newSession(10);
    const form = await registrationForm(machines.balancer.url, slug);
    const typed = person("machines");
    const answer = await form.submit(typed);
    expect(verdict(answer)).toBe("in");
    // The same press of the button again, on the other machine.
    expect((await form.submit(typed)).location).toBe(answer.location);
    expect(await database.places(slug)).toHaveLength(1);

    const [mail] = await sink.waitFor(typed.email, 1, 60_000);
    const [, token = ""] = /\/inscriptions\/([\w-]{43})/.exec(mail?.text ?? "") ?? [];
    const personal = await fetch(here(`/inscriptions/${token}`));
    expect(personal.status).toBe(200);
    expect(await personal.text()).toContain(typed.firstName);
    const cancelled = await (await openForm(here(`/inscriptions/${token}`), "reason")).submit({ reason: "" });
    expect(cancelled.status).toBe(303);
    expect(await database.places(slug)).toMatchObject([{ status: "cancelled" }]);
    expect(met()).toBe(2);
  });

  test("who falls into the trap on both is asked for a proof, which both accept five times in all", async () => {
    const slug = await machines.database.newSession(10);
    const met = ways();
    machines.balancer.visitor = "203.0.113.66";
    const address = here(`/webinaires/${slug}`);
    const typed = person("preuve");
    let form: HtmlForm = await openForm(address, "email");
    for (let sent = 0; sent < SENT_BEFORE_PROOF; sent++)
      await form.submit({ ...typed, homepage: "https://robot.example" });
    const asked = await form.submit(typed);
    expect(asked.status).toBe(200);
    form = formIn(asked.html, { address, status: asked.status, field: "email" });
    const challenge = JSON.parse(Buffer.from(form.hidden("challenge"), "base64").toString());
    const solution = JSON.stringify(await solveChallenge({ challenge, deriveKey }));
    expect(verdict(await form.submit({ ...typed, solution }))).toBe("in");
    expect(await machines.database.confirmed(slug)).toEqual([typed.email]);
    // Five uses in all, a double tap among them: counted together, or each machine would allow as many.
    const again: string[] = [];
    for (let use = 2; use <= 6; use++) again.push(verdict(await form.submit({ ...typed, solution })));
    expect(again.map((one) => one === "in")).toEqual([true, true, true, true, false]);
    machines.balancer.visitor = "203.0.113.9";
    expect(met()).toBe(2);
  });
});

test("an editor signs in, saves, publishes and signs out, each step with the other machine", async () => {
  const email = "equipe@exemple.fr";
  await createAccount({ email, name: "Équipe", password: PASSWORD }, { role: "editor", totpSecret: null }, new Date());
  const met = ways();
  const cookies = new Cookies();
  const refused = await (await openForm(here("/connexion"), "password", cookies)).submit({
    email,
    password: "une autre",
  });
  expect(refused.status).toBe(200);
  const signIn = await openForm(here("/connexion"), "password", cookies);
  expect((await signIn.submit({ email, password: PASSWORD })).status).toBe(303);
  const ask = (path: string) => fetch(here(path), { headers: cookies.headers, redirect: "manual" });
  for (let turn = 0; turn < 4; turn++) expect((await ask("/administration")).status).toBe(200);

  const term = await openForm(here("/administration/glossaire/nouveau"), "definition", cookies);
  const typed = { name: "Relais", definition: "Un mot.", source: "Les tests", confidence: "documented" };
  const saved = await term.submit(typed);
  expect(saved.status).toBe(303);
  const place = pathOf(saved.location);
  const isPublic = async () => (await (await fetch(here("/glossaire"))).text()).includes("Relais");
  expect(await isPublic()).toBe(false);
  const published = await (await openForm(place, "Publier maintenant", cookies)).submit({ ...typed, step: "publish" });
  expect(published.status).toBe(303);
  // Either machine, whatever it holds, within the second.
  await until(
    "the term is read on both machines",
    1_000 + 30_000,
    async () => (await isPublic()) && (await isPublic()),
  );

  const out = await openForm(here("/administration"), "Se déconnecter", cookies);
  const held = { ...cookies.headers };
  expect((await out.submit({})).status).toBe(303);
  for (let turn = 0; turn < 4; turn++) {
    const answer = await fetch(here("/administration"), { headers: held, redirect: "manual" });
    expect(answer.status).toBeGreaterThanOrEqual(303);
    expect(answer.headers.get("location")).toContain("/connexion");
  }
  expect(met()).toBe(2);
});

describe.skipIf(noNginx)("behind nginx, as the README says", () => {
  test("pages come compressed by the portal, and forms are answered", async () => {
    const nginx = await startNginx(machines.webs.map(({ url }) => url));
    try {
      const page = await fetch(`${nginx.url}/contact`, { headers: { "accept-encoding": "br" } });
      expect(page.status).toBe(200);
      expect(page.headers.get("content-encoding")).toBe("br");
      const slug = await machines.database.newSession(10);
      const form = await registrationForm(nginx.url, slug);
      for (const name of ["nginx.un", "nginx.deux", "nginx.trois"])
        expect(verdict(await form.submit(person(name)))).toBe("in");
    } finally {
      await nginx.stop();
    }
  });

  test("a machine that has left is left aside: pages and forms go to the other one", async () => {
    const gone = `http://127.0.0.1:${await freePort()}`;
    const nginx = await startNginx([gone, machines.webs[0]?.url ?? ""]);
    try {
      const slug = await machines.database.newSession(10);
      const form = await registrationForm(nginx.url, slug);
      const names = ["reste.un", "reste.deux", "reste.trois", "reste.quatre"];
      for (const name of names) expect(verdict(await form.submit(person(name)))).toBe("in");
    } finally {
      await nginx.stop();
    }
  });
});

test("a page of the version before lands in the next one, whose files the first one gives", async () => {
  const { balancer, dataDir, env } = machines;
  const [before] = machines.webs;
  if (!before) throw new Error("nobody serves");
  const slug = await machines.database.newSession(10);
  const form = await openForm(`${before.url}/webinaires/${slug}`, "email");
  const release = await nextRelease("\n.of-the-next-release { color: rebeccapurple; }\n");
  const port = await freePort();
  const next = await startPortal({ dataDir, port, root: release.root, env: { ...env, ROLE: "web" } });
  try {
    const answer = await form.submitTo(next.url, person("deploiement"));
    expect(verdict(answer)).toBe("in");
    const asked = await (await fetch(`${next.url}/webinaires/${slug}`)).text();
    const [old, fresh] = [form.html, asked].map((html) => /\/_next\/static\/[^"]+\.css/.exec(html)?.[0] ?? "");
    expect(old).not.toBe(fresh);
    for (const [url, file] of [
      [next.url, old],
      [before.url, fresh],
    ]) {
      const found = await fetch(`${url}${file}`);
      expect([file, found.status, found.headers.get("content-type")]).toEqual([file, 200, "text/css; charset=utf-8"]);
      expect(found.headers.get("cache-control")).toContain("immutable");
    }
    expect(balancer.failures).toEqual([]);
  } finally {
    await next.stop();
    await release.remove();
  }
});

/** Fifty people a second, one of them in fifty registers. @returns what stops them, and how each was answered */
function visitors(slug: string) {
  const answers: string[] = [];
  const underWay = new Set<Promise<void>>();
  let open = true;
  let count = 0;
  const pages = ["/livez", "/contact", "/livez", `/webinaires/${slug}`];
  const visit = async (number: number) => {
    try {
      if (number % 50 === 0) {
        const form = await registrationForm(machines.balancer.url, slug);
        answers.push(verdict(await form.submit(person(`roule.${number}`))));
      } else {
        const answer = await fetch(here(pages[number % pages.length] ?? "/"));
        await answer.text();
        answers.push(String(answer.status));
      }
    } catch (error) {
      answers.push(String(error));
    }
  };
  const coming = (async () => {
    while (open) {
      if (underWay.size < MOST_AT_ONCE) {
        const one = visit(++count).finally(() => underWay.delete(one));
        underWay.add(one);
      }
      await pause(EVERY_MS);
    }
    await Promise.all(underWay);
  })();
  return async () => {
    open = false;
    await coming;
    return answers;
  };
}

test("each machine is started anew in turn under fifty requests a second: none is refused", async () => {
  const { webs, balancer, dataDir, env } = machines;
  balancer.failures.splice(0);
  // Many people behind one private address: nothing is known of them, and no proof is asked.
  balancer.visitor = "10.0.0.9";
  const slug = await machines.database.newSession(1_000);
  const stop = visitors(slug);
  const ends: (number | null)[] = [];
  for (const [index, web] of [...webs].entries()) {
    ends.push(await web.stop());
    const port = Number(new URL(web.url).port);
    webs[index] = (await startPortal({ dataDir, port, env: { ...env, ROLE: "web" } })) satisfies Portal;
    const before = balancer.led.length;
    await until("it is led to again", 60_000, async () => balancer.led.slice(before).includes(web.url));
  }
  const answers = await stop();
  expect(ends).toEqual([0, 0]);
  expect(balancer.failures).toEqual([]);
  expect(answers.filter((answer) => answer !== "200" && answer !== "in")).toEqual([]);
  expect(answers.length).toBeGreaterThan(100);
  expect(answers.filter((answer) => answer === "in")).toHaveLength(await registeredAt(slug));
});

const registeredAt = async (slug: string) => (await machines.database.places(slug)).length;
