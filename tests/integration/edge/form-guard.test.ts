import { describe, expect, test, vi } from "vitest";
import { issueFormToken, readFormToken } from "#lib/abuse/form-token";
import { guardRegistration } from "#lib/edge/form-guard";
import { CLIENT_ADDRESS } from "#lib/edge/front/client-address";
import { rereadEnv } from "#lib/platform/env";
import { AT, DAY, later, MINUTE } from "#tests/support/clock";

const HEADERS = new Headers({ [CLIENT_ADDRESS]: "203.0.113.7" });
const typed = (overrides: Record<string, string> = {}) => ({
  email: "elodie@exemple.fr",
  formToken: issueFormToken(later(-MINUTE)),
  homepage: "",
  ...overrides,
});

describe("guardRegistration", () => {
  test("lets a form through", async () => {
    expect(await guardRegistration(typed(), HEADERS, AT)).toEqual({ ok: true });
    expect(await guardRegistration(typed(), new Headers(), AT)).toEqual({ ok: true });
  });

  test("stops a form that fell into the trap, with words for whom a browser betrayed", async () => {
    const guarded = await guardRegistration(typed({ homepage: "https://robot.example" }), HEADERS, AT);
    expect(guarded).toMatchObject({ ok: false, formError: expect.stringContaining("remplissage automatique") });
  });

  test("asks an address for a proof after eleven forms that fell into the trap", async () => {
    for (let sent = 0; sent < 11; sent++) await guardRegistration(typed({ homepage: "x" }), HEADERS, AT);
    expect(await guardRegistration(typed(), HEADERS, AT)).toMatchObject({
      ok: false,
      echo: { challenge: expect.any(String) },
    });
  });

  test.each([issueFormToken(later(-DAY)), "", "invented"])(
    "gives a fresh token to a form that is too old (%#)",
    async (formToken) => {
      const guarded = await guardRegistration(typed({ formToken }), HEADERS, AT);
      if (guarded.ok) throw new Error("let through");
      expect(guarded.formError).toContain("Rien de ce que vous avez saisi n’est perdu");
      expect(readFormToken(guarded.echo?.formToken, AT)).toEqual({ issuedAt: AT });
      expect(await guardRegistration(typed({ ...guarded.echo } as Record<string, string>), HEADERS, AT)).toEqual({
        ok: true,
      });
    },
  );

  test("past the threshold, gives a challenge that waiting answers; past the limit, refuses and says whom to ask", async () => {
    for (let sent = 0; sent < 60; sent++) await guardRegistration(typed(), HEADERS, AT);
    const form = typed();
    const asked = await guardRegistration(form, HEADERS, AT);
    if (asked.ok) throw new Error("let through");
    expect(asked.formError).toContain("renvoyez ce formulaire dans 20\u00A0secondes");
    const again = { ...form, ...asked.echo };
    expect(await guardRegistration(again, HEADERS, later(19_000))).toMatchObject({
      formError: expect.stringContaining("dans 1\u00A0seconde."),
      echo: asked.echo,
    });
    expect(await guardRegistration(again, HEADERS, later(20_000))).toEqual({ ok: true });

    for (let sent = 0; sent < 240; sent++) await guardRegistration(typed(), HEADERS, AT);
    const refused = () => guardRegistration(typed(), HEADERS, AT);
    expect(await refused()).toEqual({ ok: false, formError: expect.not.stringMatching(/cri(re|vez)/) });
    vi.stubEnv("CONTACT_EMAIL", "equipe@exemple.fr");
    rereadEnv();
    expect(await refused()).toMatchObject({
      ok: false,
      formError: expect.stringContaining("Vous pouvez aussi nous écrire."),
      echo: { writeToUs: "on" },
    });
    vi.unstubAllEnvs();
    rereadEnv();
  });
});
