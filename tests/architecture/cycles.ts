import type { House } from "#tests/architecture/house";
import type { Rule } from "#tests/architecture/rule";

type Graph = Map<string, Set<string>>;

/** Groups of nodes that reach each other (Tarjan's strongly connected components), alone ones left out. */
function circles(graph: Graph): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const lowest = (node: string, other = 0) => low.set(node, Math.min(low.get(node) ?? 0, other));
  const visit = (node: string) => {
    index.set(node, index.size);
    low.set(node, index.get(node) ?? 0);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) {
        visit(next);
        lowest(node, low.get(next));
      } else if (stack.includes(next)) lowest(node, index.get(next));
    }
    if (low.get(node) !== index.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1 || graph.get(node)?.has(node)) found.push(group);
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

function fileGraph({ sources }: House): Graph {
  const known = new Set(sources.map(({ path }) => path));
  return new Map(
    sources.map(({ path, imports }) => [
      path,
      new Set(imports.filter(({ target }) => known.has(target)).map(({ target }) => target)),
    ]),
  );
}

/**
 * lib/needs/queries.ts → lib/needs; app is one folder, and so is prisma apart from what it generates. What the back office
 * draws of a noun is a folder of its own; the rooms of a noun are not.
 */
function placeOf(file: string): string {
  const [room = "", folder = "", ...rest] = file.split("/");
  if (room === "app" || (room === "prisma" && folder !== "generated")) return room;
  return room === "components" && folder === "back-office" && rest.length > 1
    ? `${room}/${folder}/${rest[0]}`
    : `${room}/${folder}`;
}

/** Pairs of folders that import each other, with an example of each direction. */
function mutual({ sources }: House): string[] {
  const arrows = new Map<string, string>();
  for (const { path, imports } of sources) {
    for (const { target, specifier } of imports) {
      const [from, to] = [placeOf(path), placeOf(target)];
      if (/^(app|components|lib|prisma)\//.test(target) && from !== to)
        arrows.set(`${from} → ${to}`, `${path} imports ${specifier}`);
    }
  }
  return [...arrows].flatMap(([arrow, example]) => {
    const [from = "", to = ""] = arrow.split(" → ");
    const back = arrows.get(`${to} → ${from}`);
    return back && from < to ? [`${example}, and ${back}`] : [];
  });
}

const noCycle: Rule = {
  law: "no import cycle",
  reason: "In a circle nothing can be read, tested or moved alone, and the order of loading decides what is undefined.",
  broken: (house) => circles(fileGraph(house)).map((group) => group.sort().join(" ↔ ")),
  planted: [
    {
      "lib/mail/outbox-mutations.ts": 'import { a } from "#lib/mail/send";',
      "lib/mail/send.ts": 'import { b } from "#lib/mail/templates";',
      "lib/mail/templates.ts": 'export { c } from "#lib/mail/outbox-mutations";',
    },
    { "lib/mail/send.ts": 'await import("#lib/mail/send");' },
    {
      "lib/mail/outbox-mutations.ts": 'import { a } from "#lib/mail/send";',
      "lib/mail/send.ts": 'import type { b } from "#lib/mail/outbox-mutations";',
    },
  ],
  lawful: {
    "lib/mail/outbox-mutations.ts": 'import { a } from "#lib/mail/send";',
    "lib/mail/send.ts": 'import type { b } from "#lib/mail/schema";',
    "lib/mail/schema.ts": "export type b = string;",
  },
};

const oneWay: Rule = {
  law: "no two folders import each other",
  reason:
    "Two folders that know each other are one folder with two names: move the shared word down, or pass it as an argument.",
  broken: mutual,
  planted: [
    {
      "lib/mail/outbox-mutations.ts": 'import type { Job } from "#lib/jobs/queue";',
      "lib/jobs/worker.ts": 'import { send } from "#lib/mail/send";',
    },
    {
      "components/back-office/screen.tsx": 'import { Tabs } from "#components/back-office/webinars/tabs";',
      "components/back-office/webinars/screen.tsx": 'import { Screen } from "#components/back-office/screen";',
    },
    {
      "components/needs/card.tsx": 'import { CentreCard } from "#components/centres/card";',
      "components/centres/list.tsx": 'import { NeedTag } from "#components/needs/tag";',
    },
  ],
  lawful: {
    "lib/mail/outbox-mutations.ts": 'import { db } from "#lib/platform/db";',
    "lib/jobs/worker.ts": 'import { send } from "#lib/mail/send";',
  },
};

export const cycleRules: Rule[] = [noCycle, oneWay];
