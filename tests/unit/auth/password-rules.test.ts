import { describe, expect, it } from "vitest";
import { passwordProblem } from "#lib/auth/password-rules";

const owner = { email: "camille.durand@exemple.fr", name: "Camille Durand-Lopez" };
const problem = (password: string) => passwordProblem(password, owner);

describe("a new password", () => {
  it.each([
    "correct cheval batterie agrafe",
    "tournesol-et-mirabelle",
    "Xk7!pqRz2#mW",
    "une phrase bien longue",
    "8364 9273 1047 k",
    "le petit chat boit",
    "motdepasseetcoquelicots",
    "trois pommes vertes à la mairie",
  ])("may be « %s »", (password) => {
    expect(problem(password)).toBeNull();
  });

  it.each(["", "court", "onze lettre"])("is longer than « %s »", (password) => {
    expect(problem(password)).toContain("12 caractères");
  });

  it("counts characters, not their pieces", () => {
    expect(problem("🌻🌼🌷🌹🌺🌸🍀🌿🌱🌵🌴")).toContain("12 caractères");
  });

  it.each(["j’aime Camille très fort", "DURAND au jardin", "le clan Lopez joue", "camille.durand!2027"])(
    "does not contain its owner: « %s »",
    (password) => {
      expect(problem(password)).toContain("ni votre nom");
    },
  );

  it.each([
    "Le Rameau 2027 !",
    "Rameau-rameau-26",
    "webinaire2027!!",
    "centre de ressources 26",
    "L’innovation territoriale en actions !",
  ])("is not made of the words of the portal: « %s »", (password) => {
    expect(problem(password)).toContain("trop facile");
  });

  it.each([
    "marseille13013",
    "Liverpool2027!",
    "football1234",
    "P@ssw0rdP@ssw0rd",
    "M0tdep@sse2027",
    "pàsswördpàsswörd",
    "1q2w3e4r5t6y",
    "qsdfghjklm123",
    "1234 5678 9012",
    "01/01/2027 01/01/2027",
    "zinedinezidane",
    "Soleil-Soleil-1",
    "motdepasse2027!",
    "Password123456",
    "Azertyuiop12",
    "aaaaaaaaaaaaaa",
    "abababababab",
    "123456789012",
    "abcdefghijkl",
    "zyxwvutsrqpo",
  ])("is not as easy to guess as « %s »", (password) => {
    expect(problem(password)).toContain("trop facile");
  });
});
