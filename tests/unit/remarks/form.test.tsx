import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RemarkCard } from "#components/back-office/remarks/card";
import { RemarkScreen } from "#components/remarks/remark-screen";
import { RemarkLink } from "#components/site/remark-link";
import { pageAmong } from "#lib/remarks/rules";
import { remarkForm } from "#lib/remarks/schema";
import { AT } from "#tests/support/clock";

const drawn = (page: string | null) => renderToStaticMarkup(<RemarkLink page={page} />);

test("each page leads to the form about itself, by one element; one that is somebody’s own is told to nobody", () => {
  expect(drawn("/besoins/a")).toContain('href="/signaler?page=%2Fbesoins%2Fa"');
  expect(drawn("/besoins/a").match(/<\w/g)).toHaveLength(1);
  // Its own page hides it.
  expect(drawn("/signaler")).toContain("[main:has(#remarque)_&amp;]:hidden");
  expect(drawn(null)).toContain('href="/signaler"');
});

const faultsOf = (typed: object) =>
  remarkForm.safeParse(typed).error?.issues.map(({ path: [field], message }) => [field, message]) ?? [];

test("an answer is asked for, a sentence where something is wrong, and nothing else", () => {
  expect(faultsOf({ verdict: "helpful", text: "", email: " " })).toEqual([]);
  expect(faultsOf({ text: "", email: "" })).toEqual([["verdict", "Choisissez une réponse."]]);
  expect(faultsOf({ verdict: "fault", text: " ", email: "" })).toEqual([
    ["text", "Dites en une phrase ce qui ne va pas."],
  ]);
  expect(faultsOf({ verdict: "helpful", text: "x".repeat(1001) })).toHaveLength(1);
  expect(faultsOf({ verdict: "helpful", text: "", email: "elodie" })).toMatchObject([["email", /complète/]]);
  expect(faultsOf({ verdict: "helpful", text: "", email: "a@gmial.com" })).toMatchObject([["email", /gmail\.com/]]);
  expect(faultsOf({ verdict: "helpful", text: "", email: "a@gmial.com", doubted: "a@gmial.com" })).toEqual([]);
  expect(remarkForm.parse({ verdict: "helpful", page: ["/a", "/b"] })).toMatchObject({ page: "/a", email: null });
});

test.each(["//exemple.fr", "https://exemple.fr/", "/nulle-part", "javascript:alert(1)", "", undefined])(
  "%s is no page of the portal",
  (typed) => {
    expect(pageAmong(typed, ["/", "/besoins"])).toBeNull();
    expect(pageAmong("/besoins", ["/", "/besoins"])).toBe("/besoins");
  },
);

test("who answered is thanked and led back", () => {
  const page = { path: "/besoins/a", title: "Un besoin" };
  const html = renderToStaticMarkup(
    <RemarkScreen page={page} sent>
      le formulaire
    </RemarkScreen>,
  );
  expect(html).toContain('id="remarque"');
  expect(html).toContain('href="/besoins/a"');
  expect(html).not.toContain("le formulaire");
});

test("the team answers by mail, under an address that adds nothing to the message", () => {
  const remark = {
    ...{ id: "i", page: "/besoins/a", verdict: "fault" as const, text: "Ici ?", createdAt: AT, handled: null },
    email: "a&cc=b@exemple.fr",
  };
  const action = async () => ({ status: "idle" }) as never;
  const html = renderToStaticMarkup(<RemarkCard remark={remark} handle={action} remove={action} />);
  expect(html).toContain("mailto:a%26cc%3Db%40exemple.fr?subject=Votre%20remarque%20sur%20%2Fbesoins%2Fa");
});
