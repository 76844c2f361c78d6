import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { MailListScreen } from "#components/back-office/mail/outbox";
import { RegistrantsScreen } from "#components/back-office/roster/list";
import { PeopleScreen } from "#components/back-office/roster/people/list";
import type { FormAction } from "#lib/forms/state";
import { registrantListQuery } from "#lib/roster/schema";
import { AT } from "#tests/support/clock";

const action: FormAction = async (state) => state;
const none = { items: [], total: 0, page: 1, pageCount: 1 };

describe("a list that is empty says whether something was looked for:", () => {
  const outbox = (search: { q: string; etat?: "failed" }) =>
    renderToStaticMarkup(
      <MailListScreen
        page={{ ...none, counts: {} }}
        search={search}
        webinars={[]}
        leaves
        stop={null}
        refused={0}
        actions={{ resume: action, retryAll: action }}
        done={undefined}
      />,
    );

  test("messages", () => {
    expect(outbox({ q: "" })).toContain("Aucun message n’a encore été écrit");
    for (const search of [{ q: "ines" }, { q: "", etat: "failed" as const }])
      expect(outbox(search)).toContain("Aucun message ne répond à cette recherche.");
  });

  test("people", () => {
    const people = (filter: { q: string; etat?: "vient" }) =>
      renderToStaticMarkup(
        <PeopleScreen list={none} filter={{ etat: undefined, ...filter }} done={undefined} at={AT} />,
      );
    expect(people({ q: "" })).toContain("Personne n’est encore connu du portail");
    for (const filter of [{ q: "curie" }, { q: "", etat: "vient" as const }])
      expect(people(filter)).toContain("Personne ne répond à cette recherche.");
  });

  test("registrants", () => {
    const { page: _, ...filter } = registrantListQuery.parse({});
    const registrants = (counts: { confirmed?: number }) =>
      renderToStaticMarkup(
        <RegistrantsScreen
          webinar={{ id: "w", title: "Séance", startsAt: AT, durationMinutes: 60, capacity: null }}
          list={none}
          counts={counts}
          filter={filter}
          fields={[]}
          actions={{ cancel: action, restore: action, resend: action, correct: action }}
          file={null}
          timeline={null}
          search={{}}
          at={AT}
        />,
      );
    expect(registrants({})).toContain("Personne n’est encore inscrit.");
    expect(registrants({ confirmed: 1 })).toContain("Personne ne répond à cette recherche.");
  });
});
