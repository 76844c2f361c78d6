import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalAddress } from "#lib/site/parameters";

test.each([
  ["/", "/"],
  ["/?utm_source=lettre&fbclid=1&_rsc=a", "/"],
  ["/besoins?page=2", "/besoins"],
  ["/ressources?type=guide&q=alliance&utm_medium=mail", "/ressources?q=alliance&type=guide"],
  ["/ressources?q=++alliance+", "/ressources?q=alliance"],
  ["/ressources?q=&page=1&tri=pertinence&type=inconnu", "/ressources"],
  ["/ressources?page=3", "/ressources?page=3"],
  ["/ressources?type=guide&type=note&type=guide", "/ressources?type=guide&type=note"],
  ["/ressources?plus=type", "/ressources?plus=type"],
  ["/webinaires?annee=2019&x=1", "/webinaires?annee=2019"],
  ["/webinaires?annee=toujours", "/webinaires"],
  ["/webinaires/lancement?lecture=ici&t=12", "/webinaires/lancement?lecture=ici&t=12"],
  ["/webinaires/lancement?partenaire=AMF&x=1", "/webinaires/lancement?partenaire=amf"],
  ["/webinaires/lancement/agenda.ics?x=1", "/webinaires/lancement/agenda.ics"],
  ["/webinaires.ics?besoin=a&x=1", "/webinaires.ics?besoin=a"],
])("%s is %s", (address, canonical) => {
  expect(canonicalAddress(address)).toBe(canonical);
});

const name = fc.constantFrom("q", "type", "besoin", "page", "tri", "annee", "odd", "plus", "utm_source", "_rsc");
const parameters = fc.array(fc.tuple(name, fc.string({ maxLength: 12 })), { maxLength: 6 });

test("the canonical address is its own, whatever was typed", () => {
  fc.assert(
    fc.property(parameters, (typed) => {
      const once = canonicalAddress(`/ressources?${new URLSearchParams(typed)}`);
      expect(canonicalAddress(once)).toBe(once);
    }),
  );
});

test("what a page does not read changes nothing, wherever it stands", () => {
  fc.assert(
    fc.property(parameters, fc.nat(6), (typed, place) => {
      const known = typed.filter(([one]) => !one.startsWith("utm") && one !== "_rsc");
      const noisy: [string, string][] = [...known.slice(0, place), ["gclid", "x"], ...known.slice(place)];
      const canonical = (list: [string, string][]) => canonicalAddress(`/ressources?${new URLSearchParams(list)}`);
      expect(canonical(noisy)).toBe(canonical(known));
    }),
  );
});
