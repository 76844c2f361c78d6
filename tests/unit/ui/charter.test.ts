import { expect, test } from "vitest";
import { readHouse } from "#tests/architecture/house";

const CHARTER = /^components\/back-office\/help\/charter(-[a-z]+)?\.tsx$/;
/** What pages are drawn with, and what forms ask with. */
const SHOWN = /^components\/(ui\/[a-z-]+|forms\/([a-z]+-fields?|text-area))\.tsx$/;

/** The head of a whole page, its column, what search engines read; fields that nobody sees, or that only a refusal adds. */
const ELSEWHERE = [
  "ui/dead-end",
  "ui/page-header",
  "ui/container",
  "ui/json-ld",
  "forms/hidden-fields",
  "forms/despite-field",
];

test("the charter shows every component that pages are drawn with, and every field", () => {
  const { sources } = readHouse();
  const kit = sources.map(({ path }) => path).filter((path) => SHOWN.test(path));
  const shown = sources.filter(({ path }) => CHARTER.test(path)).flatMap(({ imports }) => imports);
  const missing = kit.filter((path) => !shown.some(({ target, typeOnly }) => target === path && !typeOnly));
  expect(missing).toEqual(ELSEWHERE.map((name) => `components/${name}.tsx`).sort());
});
