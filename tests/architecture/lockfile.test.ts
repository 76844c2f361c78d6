import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Package = { resolved?: string; optionalDependencies?: Record<string, string> };
type Lock = { packages: Record<string, Package> };

/** Packages that the lock names as optional dependencies without holding them: `npm ci` refuses such a lock. */
function absent({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([where, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${where}/node_modules/${name}`],
    ),
  );
}

const addressed = ({ packages }: Lock): string[] =>
  Object.entries(packages).flatMap(([where, { resolved }]) => (resolved ? [where] : []));

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;

describe("package-lock.json", () => {
  it("holds every platform's packages, those that npm could not see when it was written included", () => {
    expect(absent(lock)).toEqual([]);
    expect(absent({ packages: { "node_modules/a": { optionalDependencies: { "a-win32": "1.0.0" } } } })).toEqual([
      "a-win32",
    ]);
  });

  it("records no download address: each machine has its own registry", () => {
    expect(addressed(lock)).toEqual([]);
    expect(addressed({ packages: { "node_modules/a": { resolved: "https://registry.example/a.tgz" } } })).toHaveLength(
      1,
    );
  });
});
