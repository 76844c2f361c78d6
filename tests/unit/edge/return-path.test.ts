import { describe, expect, test } from "vitest";
import { safeReturnPath, signInUrl } from "#lib/edge/return-path";

describe("where to go once signed in", () => {
  test.each(["/administration", "/administration/webinaires/nouveau", "/administration/messages?etat=failed&q=a%2Bb"])(
    "%s",
    (address) => {
      expect(safeReturnPath(address)).toBe(address);
    },
  );

  test.each([
    undefined,
    ["/administration"],
    "",
    "https://ailleurs.example/administration",
    "//ailleurs.example/administration",
    "\\\\ailleurs.example/administration",
    "/administration/..//ailleurs.example",
    "/administration/../connexion",
    "/administrations",
    "/",
    "/api/auth/signout",
    "javascript:alert(1)//administration",
  ])("never %s", (address) => {
    expect(safeReturnPath(address)).toBeNull();
  });

  test("without what the framework added for itself", () => {
    expect(safeReturnPath("/administration/journal?page=2&_rsc=1x2")).toBe("/administration/journal?page=2");
  });
});

describe("the sign-in page", () => {
  test("leads back to what was asked for", () => {
    expect(signInUrl("GET /administration/messages?etat=failed")).toBe(
      "/connexion?retour=%2Fadministration%2Fmessages%3Fetat%3Dfailed",
    );
    expect(signInUrl("GET /administration")).toBe("/connexion");
    expect(signInUrl(null)).toBe("/connexion");
    expect(signInUrl("GET /besoins")).toBe("/connexion");
  });

  test("knows when a form was lost, and does not repeat what its page said was done", () => {
    expect(signInUrl("POST /administration/pages/1?fait=enregistre&ouverture=2")).toBe(
      "/connexion?retour=%2Fadministration%2Fpages%2F1&perdu=oui",
    );
    expect(signInUrl("POST /connexion")).toBe("/connexion");
  });
});
