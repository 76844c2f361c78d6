import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RegistrantPerson } from "#components/back-office/roster/person";
import { CentreHouses } from "#components/centres/centre-houses";
import { NeedCard } from "#components/needs/need-card";
import { ResourceRows } from "#components/resources/resource-rows";
import { IDLE } from "#lib/forms/state";
import { registrantFilter } from "#lib/roster/schema";
import { AT, DAY, later } from "#tests/support/clock";
import { centreSummary, needSummary, registrant, resourceDetail } from "#tests/support/views";

const act = async () => IDLE;
const actions = { cancel: act, restore: act, resend: act, correct: act };
const person = (
  <RegistrantPerson
    webinar={{ id: "w", startsAt: later(DAY) }}
    fields={[]}
    person={registrant({ mailId: "m", mailError: "550 no such mailbox" })}
    actions={actions}
    filter={{ ...registrantFilter.parse({}), page: 1 }}
    asked={undefined}
    at={AT}
  />
);

test.each<[string, ReactElement, string[]]>([
  ["a need", <NeedCard key="n" need={needSummary()} />, ["Où aller ensemble", "Ce que recouvre le besoin."]],
  [
    "a centre",
    <CentreHouses key="c" centres={[centreSummary()]} />,
    ["Définir sa stratégie", "Un partenaire", "association"],
  ],
  [
    "a resource",
    <ResourceRows key="r" resources={[resourceDetail()]} />,
    ["Rapport · 2018 · 26", "Pour les dirigeants."],
  ],
  ["a registrant", person, ["Élodie D’Arc", "La Fabrique", "boucle magnétique", "La Région", "550 no such mailbox"]],
])("%s is drawn with all that its view holds", (_, element, words) => {
  const html = renderToStaticMarkup(element);
  for (const one of words) expect(html).toContain(one);
});
