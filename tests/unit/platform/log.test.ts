import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

/** The lines that a process of its own logs. */
function linesOf(script: string): string[] {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    env: { ...process.env, LOG_LEVEL: "info" },
  });
  expect(stderr).toBe("");
  return stdout.trimEnd().split("\n");
}
const load = 'const { log, logConsole } = await import("#lib/platform/log");';

describe("log", () => {
  it("writes an event on one line, whatever it says", () => {
    const said = "a\\nb\\r\\u001b[31mrouge\\u009b2J\\u0085\\u2028c\\u2029d";
    const [line = "", ...others] = linesOf(`${load} log().warn({ said: "${said}" }, "${said}");`);
    expect(others).toEqual([]);
    expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(JSON.parse(line)).toMatchObject({ msg: JSON.parse(`"${said.replaceAll("\\\\", "\\")}"`) });
  });

  it("writes what is said on the console as events, without colours", () => {
    const lines = linesOf(
      `${load} logConsole(); console.error(" \\u001b[31m⨯\\u001b[39m échec\\n  à la ligne 3\\n", new Error("raison")); console.log("%s !", "prêt");`,
    );
    expect(lines).toHaveLength(2);
    const [error, info] = lines.map((line) => JSON.parse(line));
    expect(error.msg).toMatch(/^⨯ échec\n {2}à la ligne 3\n Error: raison\n/);
    expect([error.level, info.level, info.msg]).toEqual([50, 30, "prêt !"]);
    for (const line of lines) expect(line).not.toMatch(/\p{Cc}/u);
  });
});
