import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Help } from "#components/back-office/help/disclosure";
import { findHelp } from "#lib/help/queries";

test("a screen unfolds the help that lies at its address, without a script", async () => {
  const html = renderToStaticMarkup(<Help text={await findHelp(["webinaires", "1", "inscrits"])} />);
  expect(html).toMatch(/<details.*<summary[^>]*>Comment faire\u202F\?<\/summary>.*<li>/s);
  expect(html).toContain("«\u202FClasseur Excel (.xlsx)\u202F»");
  expect(html).not.toContain("<details open");
});

test("an address that is no screen has none", async () => {
  expect(await findHelp(["webinaires", "1", "..", "..", "..", "LICENCE"])).toBeNull();
  expect(renderToStaticMarkup(<Help text={null} />)).toBe("");
});
