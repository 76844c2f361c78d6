import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FormProof } from "#components/forms/form-proof";
import { type FormState, IDLE } from "#lib/forms/state";

const drawn = (state: FormState) => renderToStaticMarkup(<FormProof state={state} formToken="fresh" />);
const back = (values: Record<string, string>): FormState => ({ status: "invalid", values, fieldErrors: {} });

describe("what a form carries against robots", () => {
  it("holds the token of this display, and the one that was posted when the form comes back", () => {
    expect(drawn(IDLE)).toContain('name="formToken" value="fresh"');
    expect(drawn(back({ formToken: "first" }))).toContain('name="formToken" value="first"');
    expect(drawn(back({}))).toContain('name="formToken" value="fresh"');
  });

  it("holds a trap that no person meets, always empty", () => {
    const html = drawn(back({ homepage: "https://robot.example" }));
    expect(html).toMatch(/<div aria-hidden="true"[^>]*><label>Ne pas remplir<input [^>]*name="homepage"/);
    expect(html).toMatch(/<input [^>]*tabindex="-1"[^>]*autoComplete="off"/i);
    expect(html).not.toContain("robot.example");
  });

  it("asks for a proof only when one was asked for", () => {
    expect(drawn(IDLE)).not.toContain("challenge");
    const html = drawn(back({ challenge: "abc" }));
    expect(html).toContain('name="challenge" value="abc"');
    expect(html).toContain('<form-proof name="solution" challenge="abc">');
    expect(html).toContain('src="/form-proof.js"');
  });

  it("leads to the team when the sentence above says to write", () => {
    expect(drawn(IDLE)).not.toContain("/contact");
    expect(drawn(back({ writeToUs: "on" }))).toContain('href="/contact"');
  });
});
