import { type Rule, within } from "#tests/architecture/rule";
import { faults, isMember } from "#tests/architecture/syntax";

const HOME = "lib/people/links/";
/** Scopes of the links that look alike and do not have the same power. */
const SCOPES = ["owner", "receipt"];

const onePlaceForPowers: Rule = {
  law: "what a personal link may show and do is decided in people/links",
  reason:
    "An owner's link and a receipt look the same: a second place that tells them apart is one that can forget to.",
  broken: (house) =>
    faults(
      house,
      (file) => within(file, ["app/", "components/", "lib/"]) && !within(file, [HOME]),
      (node) => {
        if (node.type === "Literal" && SCOPES.includes(String(node.value))) return `names the scope ${node.value}`;
        return (isMember(node, "link", "personId") || isMember(node, "link", "grants")) && "reads what a link holds";
      },
    ),
  planted: [
    { "lib/attendance/queries.ts": 'export const asks = (scope: string) => scope === "receipt";' },
    { "lib/enrolment/page/queries.ts": "export const onScreen = (link: Link) => link.personId === null;" },
    { "lib/surveys/queries.ts": "export const first = (link: Link) => link?.grants[0];" },
  ],
  lawful: {
    "lib/people/links/rules.ts": 'export const isReceipt = (link: Link) => link.grants[0]?.scope === "receipt";',
    "lib/enrolment/page/queries.ts":
      "export const onScreen = (link: Link) => powersOf(link).verifiedPersonId === null;",
  },
};

export const linkRules: Rule[] = [onePlaceForPowers];
