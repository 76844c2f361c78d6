import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EditForm } from "#components/back-office/edit-form";
import { FieldFindings, PublishDespite } from "#components/back-office/editorial/findings";
import { JournalScreen } from "#components/back-office/journal";
import { ActionButton } from "#components/forms/action-button";
import { DespiteField } from "#components/forms/despite-field";
import { journalQuery } from "#lib/audit/schema";
import type { Finding } from "#lib/editorial/schema";
import { type FormState, IDLE } from "#lib/forms/state";
import { termFields } from "#lib/glossary/fields";
import { AT } from "#tests/support/clock";
import { readable } from "#tests/support/site";

const action = async () => IDLE;
const note: Finding = { check: "document", field: "definition", line: 2, message: "Le lien ne dit pas son poids." };
const harm: Finding = { check: "table", field: "name", line: null, message: "Un tableau est sans titres." };

test("what is found stands under its field, what harms readers told apart, and the bar counts it", () => {
  const html = renderToStaticMarkup(
    <EditForm
      action={action}
      fields={termFields}
      initial={{ name: "Alliance" }}
      version={1}
      checks={{ found: [note, harm], check: action, search: action }}
    />,
  );
  const [beforeName = "", afterName = ""] = html.split("À relire\u00A0: Terme");
  expect(beforeName).toContain('id="name"');
  expect(afterName).toMatch(/<strong>Avant de publier\u00A0: <\/strong>Un tableau est sans titres\./);
  expect(readable(html)).toContain("Ligne 2\u00A0: Le lien ne dit pas son poids.");
  expect(html).toContain('aria-live="polite"');
  expect(html).toContain("2\u00A0points à relire, dont 1\u00A0gêne des lecteurs.");
  expect(renderToStaticMarkup(<FieldFindings label="Terme" findings={[]} />)).toBe("");
});

test("why readers are harmed is asked only once something harms them, and kept while it is typed", () => {
  const invalid = (values: Record<string, string>): FormState => ({ status: "invalid", values, fieldErrors: {} });
  for (const state of [IDLE, invalid({ name: "Alliance" })]) {
    expect(renderToStaticMarkup(<DespiteField state={state} />)).toBe("");
    expect(renderToStaticMarkup(<PublishDespite state={state} />)).toBe("");
  }
  const asked = renderToStaticMarkup(<PublishDespite state={invalid({ "despite.asked": "schedule" })} />);
  expect(asked).toMatch(/<input[^>]*name="despite"/);
  expect(asked).toMatch(/<button[^>]*value="schedule"[^>]* name="step"/);
  expect(renderToStaticMarkup(<DespiteField state={invalid({ despite: "Convenu." })} />)).toContain('value="Convenu."');
  expect(renderToStaticMarkup(<ActionButton action={action} label="Publier" />)).not.toContain("despite");
});

test("the journal tells why something was published all the same", () => {
  const line = {
    id: "1",
    at: AT,
    who: "Anne",
    act: "publication",
    target: null,
    file: null,
    fields: [],
    despite: null,
  };
  const drawn = (despite: string | null) =>
    renderToStaticMarkup(
      <JournalScreen
        lines={[{ ...line, despite }]}
        total={1}
        page={1}
        pageCount={1}
        query={journalQuery.parse({})}
        acts={[]}
        actors={[]}
      />,
    );
  expect(readable(drawn("Le lien change lundi."))).toContain("Quand même, parce que\u00A0: Le lien change lundi.");
  expect(drawn(null)).not.toContain("Quand même");
});
