import { describe, expect, it } from "vitest";
import { passwordProblem } from "#lib/auth/password-rules";

const owner = { email: "camille.durand@exemple.fr", name: "Camille Durand-Lopez" };
const problem = (password: string) => passwordProblem(password, owner);

describe("a new password", () => {
  it.each(["correct cheval batterie agrafe", "tournesol-et-mirabelle", "Xk7!pqRz2#mW", "motdepasseetcoquelicots"])(
    "may be « %s »",
    (password) => {
      expect(problem(password)).toBeNull();
    },
  );

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
