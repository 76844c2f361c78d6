import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Unbroken } from "#components/ui/unbroken";

const drawn = (text: string) => renderToStaticMarkup(<Unbroken text={text} />);

test("an inverted subject stays on the line of its verb, and no other hyphen holds", () => {
  expect(drawn("Mon initiative est-elle une innovation, où allons-nous").match(/<span[^>]*>[^<]+/g)).toEqual([
    expect.stringContaining(">est-elle"),
    expect.stringContaining(">allons-nous"),
  ]);
  expect(drawn("Hybrider son modèle socio-économique")).not.toContain("<span");
  expect(drawn("Où va-t-on").replace(/<[^>]+>/g, "")).toBe("Où va-t-on");
});
