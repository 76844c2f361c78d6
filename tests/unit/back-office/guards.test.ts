import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "#lib/platform/root";

const ROOM = "app/(back-office)/administration";
const read = (file: string) => readFileSync(`${PROJECT_ROOT}${file}`, "utf8");
const files = (name: string) => globSync(`${ROOM}/**/${name}`, { cwd: PROJECT_ROOT });
const GUARD = /\b(requireEditor|currentEditor|currentPartner|provenAdministrator|requireSession|requireAccount)\b/;

/** What anyone may do. */
const OPEN = ["signOut"];

describe("the back office asks who is there, whatever the layout did", () => {
  it.each([...files("page.tsx"), ...files("route.ts")])("%s", (file) => {
    expect(read(file)).toMatch(
      /await ((requireViewer|requireEditor|requireAdministrator|requirePartner|requireSession|requireAccount|currentViewer|settledSession)\(\)|provenEditor\(paths\.)/,
    );
  });

  it.each(files("actions.ts"))("%s", (file) => {
    const [, ...actions] = read(file).split(/export const (?=\w+ = formAction)/);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) {
      const name = /^\w+/.exec(action)?.[0] ?? "";
      if (!OPEN.includes(name)) expect(action, name).toMatch(new RegExp(`guard: ${GUARD.source}`));
    }
  });
});
