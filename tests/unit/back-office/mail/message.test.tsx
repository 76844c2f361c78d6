import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MailScreen } from "#components/back-office/mail/message";
import type { FormAction } from "#lib/forms/state";
import { AT } from "#tests/support/clock";
import { wholeMail } from "#tests/support/views";

const refused = wholeMail({ status: "failed", sentAt: null, lastError: "550 no such mailbox" });
const action: FormAction = async (state) => state;

const registration = { id: "r", webinar: { id: "w", title: "Séance", startsAt: AT } };

const drawn = (stale: boolean, live: boolean, about: typeof registration | null = null) =>
  renderToStaticMarkup(
    <MailScreen
      mail={{ ...refused, stale, registration: about }}
      retry={action}
      resend={live ? action : null}
      leaves
      done={undefined}
    />,
  );

test("a refused message can be sent again while it is true, or its address corrected", () => {
  expect(drawn(false, true)).toContain("écrivez autrement");
  expect(drawn(false, true, registration)).toMatch(/inscrits\?q=ines%40exemple.fr&amp;corriger=r#r">corrigez-la</);
  expect(drawn(false, true)).toContain("Renvoyer ce message");
  expect(drawn(false, true)).toContain("n’a rien reçu");
});

test("one that is not true any more says so, and offers to write again to who still counts on the session", () => {
  for (const live of [true, false]) {
    const html = drawn(true, live);
    expect(html).not.toContain("Renvoyer ce message");
    expect(html).toContain("ne serait plus vrai");
    expect(html.match(/Écrire de nouveau/g)?.length ?? 0).toBe(live ? 1 : 0);
  }
});
