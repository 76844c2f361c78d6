import { expect, test } from "vitest";
import { stageSpellings } from "#lib/orientation/schema";
import { profileSpellings } from "#lib/profiles/labels";
import { phaseSpellings, resourceTypeSpellings } from "#lib/resources/schema";
import { canonicalAddress } from "#lib/site/parameters";
import fc from "#tests/support/properties";

test.each([
  ["/", "/"],
  ["/?utm_source=lettre&fbclid=1&_rsc=a", "/"],
  ["/besoins?page=2", "/besoins"],
  ["/besoins/un?phase=spreading&x=1&profil=elu&profil=association", "/besoins/un?profil=elu&phase=essaimage"],
  ["/besoins/un?profil=roi&phase=", "/besoins/un"],
  ["/suggestions?q=+Allianc&x=1", "/suggestions?q=allianc"],
  ["/ressources?type=guide&q=alliance&utm_medium=mail", "/ressources?q=alliance&type=guide"],
  ["/ressources?q=++alliance+", "/ressources?q=alliance"],
  ["/ressources?q=&page=1&tri=pertinence&type=inconnu", "/ressources"],
  ["/ressources?page=3", "/ressources?page=3"],
  ["/ressources?type=guide&type=note&type=guide", "/ressources?type=guide&type=note"],
  ["/ressources?type=white_paper&profil=elected_official", "/ressources?type=livre-blanc&profil=elu"],
  ["/ressources?type=white_paper&type=livre-blanc&type=constructor", "/ressources?type=livre-blanc"],
  ["/ressources?phase=spreading", "/ressources?phase=essaimage"],
  ["/orientation?besoin=un-besoin&profil=elected_official&x=1", "/orientation?profil=elu&besoin=un-besoin"],
  ["/orientation?profil=roi&etape=&temps=toujours&besoin=Pas+un+besoin&questions=non", "/orientation"],
  ["/orientation?temps=5-minutes&etape=act&temps=30-minutes", "/orientation?etape=agir&temps=5-minutes"],
  [
    "/mon-dossier?contenu=ressources.b&contenu=pages%2Fa&contenu=ressources.a&contenu=ressources.b&x=1",
    "/mon-dossier?contenu=ressources.b&contenu=ressources.a",
  ],
  [
    "/mon-dossier?avec=https://a.example/x%3Fcontenu%3Da%26b%3D1%26contenu%3Db",
    "/mon-dossier?avec=%3Fcontenu%3Da%26contenu%3Db",
  ],
  ["/mon-dossier?avec=%3Fcontenu%3Da%26contenu%3Db", "/mon-dossier?avec=%3Fcontenu%3Da%26contenu%3Db"],
  ["/mon-dossier?contenu=&envoye=non&q=+", "/mon-dossier"],
  ["/centres?profil=company", "/centres?profil=entreprise"],
  ["/centres?profil=entreprise", "/centres?profil=entreprise"],
  ["/ressources?plus=type", "/ressources?plus=type"],
  ["/webinaires?annee=2019&x=1", "/webinaires?annee=2019"],
  ["/webinaires?annee=toujours", "/webinaires"],
  ["/webinaires/lancement?lecture=ici&t=12", "/webinaires/lancement?lecture=ici&t=12"],
  ["/webinaires/lancement?partenaire=AMF&x=1", "/webinaires/lancement?partenaire=amf"],
  ["/webinaires/lancement/agenda.ics?x=1", "/webinaires/lancement/agenda.ics"],
  [
    "/oembed?x=1&format=json&url=https://a.fr/webinaires&maxwidth=300",
    "/oembed?url=https%3A%2F%2Fa.fr%2Fwebinaires&maxwidth=300",
  ],
  ["/carte?utm_source=a", "/carte"],
  ["/webinaires.ics?besoin=a&x=1", "/webinaires.ics?besoin=a"],
])("%s is %s", (address, canonical) => {
  expect(canonicalAddress(address)).toBe(canonical);
});

const SPELLINGS: [route: string, name: string, spellings: Record<string, string>][] = [
  ["/besoins/un", "profil", profileSpellings],
  ["/besoins/un", "phase", phaseSpellings],
  ["/centres", "profil", profileSpellings],
  ["/orientation", "profil", profileSpellings],
  ["/orientation", "etape", stageSpellings],
  ["/ressources", "profil", profileSpellings],
  ["/ressources", "type", resourceTypeSpellings],
  ["/ressources", "phase", phaseSpellings],
];

test.each(SPELLINGS)(
  "each value of %s?%s= has one French word, which the former one leads to",
  (route, name, spellings) => {
    const words = Object.values(spellings);
    expect(new Set(words).size).toBe(words.length);
    for (const [former, word] of Object.entries(spellings)) {
      expect(canonicalAddress(`${route}?${name}=${former}`)).toBe(`${route}?${name}=${word}`);
      expect(canonicalAddress(`${route}?${name}=${word}`)).toBe(`${route}?${name}=${word}`);
    }
  },
);

const name = fc.constantFrom(
  "q",
  "type",
  "profil",
  "phase",
  "besoin",
  "page",
  "tri",
  "annee",
  "odd",
  "plus",
  "utm_source",
  "_rsc",
);
const value = fc.constantFrom(...SPELLINGS.flatMap(([, , spellings]) => Object.entries(spellings).flat()));
const parameters = fc.array(fc.tuple(name, fc.oneof(fc.string({ maxLength: 12 }), value)), { maxLength: 6 });

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
