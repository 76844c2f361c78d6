import { describe, expect, it } from "vitest";
import { counted, emailKey, excerpt, french, slugify } from "#lib/platform/text";

describe("french", () => {
  it.each([
    ["L'innovation n'attend pas", "L’innovation n’attend pas"],
    ["« Oser »", "«\u202FOser\u202F»"],
    ["Vraiment ? Oui ! 76 %", "Vraiment\u202F? Oui\u202F! 76\u202F%"],
    ["Un mot : deux", "Un mot\u00A0: deux"],
    ["Voir https://exemple.fr à 13:00", "Voir https://exemple.fr à 13:00"],
  ])("writes %s with French typography", (typed, shown) => {
    expect(french(typed)).toBe(shown);
  });

  it("changes nothing when applied twice", () => {
    const once = french("« L'idée » : vraiment ?");
    expect(french(once)).toBe(once);
  });
});

describe("counted", () => {
  it("keeps the singular for zero and one, as French does", () => {
    expect([0, 1, 2, 1200].map((count) => counted(count, "résultat", "résultats"))).toEqual([
      "0\u00A0résultat",
      "1\u00A0résultat",
      "2\u00A0résultats",
      "1\u202F200\u00A0résultats",
    ]);
  });
});

describe("slugify", () => {
  it("drops accents, ligatures and punctuation", () => {
    expect(slugify("  Évaluer sa capacité : l’œuvre d’Élodie !  ")).toBe("evaluer-sa-capacite-l-oeuvre-d-elodie");
  });
});

describe("emailKey", () => {
  it("sees one person behind case, spaces and look-alike letters", () => {
    const key = emailKey("elodie@exemple.fr");
    expect([" ÉLODIE@Exemple.fr".replace("É", "E"), "ｅlodie@exemple.fr", "elodie@EXEMPLE.FR "].map(emailKey)).toEqual([
      key,
      key,
      key,
    ]);
  });

  it.each([
    ["contact@mairie-évry.fr", "contact@xn--mairie-vry-h7a.fr"],
    ["A@MAIRIE-ÉVRY.FR", "a@XN--MAIRIE-VRY-H7A.fr"],
    ["a@bücher.example", "a@xn--bcher-kva.example"],
    ["a@sous.élan.fr", "a@sous.xn--lan-9la.fr"],
  ])("sees one mailbox in %s and %s", (letters, machine) => {
    expect(emailKey(machine)).toBe(emailKey(letters));
  });

  it("leaves a host that is none as it is typed", () => {
    expect(["a@xn--\u00E9", "a@", "a", "a@[1.2.3.4]"].map(emailKey)).toEqual([
      "a@xn--\u00E9",
      "a@",
      "a",
      "a@[1.2.3.4]",
    ]);
  });

  it("reads composed and decomposed accents alike", () => {
    expect(emailKey("e\u0301lodie@exemple.fr")).toBe(emailKey("\u00E9lodie@exemple.fr"));
  });
});

describe("excerpt", () => {
  it("cuts at a word and says so", () => {
    expect(excerpt("Une phrase assez longue", 12)).toBe("Une phrase…");
    expect(excerpt("Courte", 12)).toBe("Courte");
  });
});
