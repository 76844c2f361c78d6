import { describe, expect, it } from "vitest";
import { inUtf8, meantAddress } from "#lib/edge/front/addresses";
import fc from "#tests/support/properties";

describe("meantAddress", () => {
  it.each([
    ["/Webinaires", "/webinaires"],
    ["/WEBINAIRES/Seance-2027?a=B#c", "/webinaires/seance-2027?a=B#c"],
    ["/webinaires.", "/webinaires"],
    ["/webinaires,", "/webinaires"],
    ["/webinaires%20", "/webinaires"],
    ["/webinaires).", "/webinaires"],
    ["/webinaires]", "/webinaires"],
    ["/webinaires%5D", "/webinaires"],
    ["/webinaires%3E", "/webinaires"],
    ["/webinaires;", "/webinaires"],
    ["/webinaires!", "/webinaires"],
    ["/webinaires%3F", "/webinaires"],
    ["/webinaires…", "/webinaires"],
    ["/webinaires%C2%A0%C2%BB", "/webinaires"],
    ["/webinaires%E2%80%AF%C2%BB.", "/webinaires"],
    ["/webinaires%E2%80%9D", "/webinaires"],
    ["/webinaires%22", "/webinaires"],
    ["/webinaires'", "/webinaires"],
    ["/webinaires*", "/webinaires"],
    ["/webinaires%0A", "/webinaires"],
    ["/webinaires%A0%BB", "/webinaires"],
    ["/webinaires/.", "/webinaires"],
    ["/webinaires.?annee=2019", "/webinaires?annee=2019"],
    ["/webinaires.ics).", "/webinaires.ics"],
    ["/.", "/"],
    ["/Inscriptions/AbC-_dEf.", "/inscriptions/AbC-_dEf"],
    ["/inscriptions/AbC-_.", "/inscriptions/AbC-_"],
  ])("%s was meant as %s", (asked, meant) => {
    expect(meantAddress(asked)).toBe(meant);
  });

  it.each(["/webinaires", "/inscriptions/AbC", "/", "/ressources?q=Impact."])("%s is already right", (asked) => {
    expect(meantAddress(asked)).toBeNull();
  });

  it("never leads to another site", () => {
    const sign = fc.constantFrom(
      "/",
      "\\",
      "%5C",
      "%2F",
      ".",
      "@",
      ":",
      "//evil.example",
      "http:",
      "%0a",
      "\t",
      "A",
      "?",
      "#",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const meant = meantAddress(`/${signs.join("")}`);
        if (meant === null) return;
        expect(meant).toMatch(/^\/(?![/\\])/);
        expect(new URL(meant, "https://portail.example").origin).toBe("https://portail.example");
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("inUtf8", () => {
  it.each([
    ["/ressources?q=%E9valuation", "/ressources?q=%C3%A9valuation"],
    ["/ressources?q=l%92%E9lu&tri=titre", "/ressources?q=l%E2%80%99%C3%A9lu&tri=titre"],
    ["/ressources?q=%C3%A9valuation", "/ressources?q=%C3%A9valuation"],
    ["/ressources?q=%C3%A9t%E9&q=%C3%A9", "/ressources?q=%C3%83%C2%A9t%C3%A9&q=%C3%A9"],
    ["/ressources?q=100%", "/ressources?q=100%"],
    ["/ressources", "/ressources"],
    ["/%E9", "/%E9"],
  ])("%s is read as %s", (asked, read) => {
    expect(inUtf8(asked)).toBe(read);
  });
});
