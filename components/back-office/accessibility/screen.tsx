import { type Row, ThemeForm } from "#components/back-office/accessibility/theme-form";
import { DoneNotice } from "#components/back-office/done-notice";
import { Panel, Screen } from "#components/back-office/screen";
import { Prose } from "#components/ui/prose";
import { advanceWords, criterionAddress, criterionStateLabels, UNEVALUATED_LABEL } from "#lib/accessibility/labels";
import { THEMES } from "#lib/accessibility/reference/labels";
import { shownOf } from "#lib/accessibility/rules";
import { criterionOf, type Finding, numbersOf, UNEVALUATED } from "#lib/accessibility/schema";
import { optionsOf } from "#lib/forms/options";
import type { FormAction } from "#lib/forms/state";
import { formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

type Props = {
  findings: readonly Finding[];
  theme: number;
  save: FormAction;
  /** What the address says was just done, and which opening of the form this is. */
  search: { fait?: string | string[] | undefined; ouverture?: string | string[] | undefined };
};

const STATES = optionsOf({ [UNEVALUATED]: UNEVALUATED_LABEL, ...criterionStateLabels });

function rowOf(number: string, found: Finding | undefined): Row {
  return {
    number,
    asks: french(criterionOf(number).asks),
    address: criterionAddress(number),
    state: found?.state ?? UNEVALUATED,
    note: found?.note ?? "",
    shown: shownOf(found),
    evaluatedOn: found ? formatDay(found.evaluatedAt) : null,
  };
}

export function AccessibilityScreen({ findings, theme, save, search }: Props) {
  const found = (number: string) => findings.find((one) => one.number === number);
  const name = THEMES.find(({ number }) => number === theme)?.name ?? "";
  return (
    <Screen title="Accessibilité" tools={<a href={paths.page("accessibilite")}>Voir la déclaration</a>}>
      <DoneNotice done={search.fait} />
      <Panel title="Ce que dit la déclaration">
        <Prose markdown={advanceWords(findings)} />
      </Panel>
      <Panel title="Les thèmes">
        <nav aria-label="Thèmes du référentiel">
          <ul className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
            {THEMES.map(({ number, name: label, criteria }) => (
              <li key={number}>
                <a
                  href={paths.adminList("accessibilite", { theme: number })}
                  aria-current={number === theme ? "page" : undefined}
                  className="inline-flex min-h-11 items-center aria-[current]:font-bold"
                >
                  {number}. {label} ({numbersOf(number).filter(found).length}
                  {"\u00A0sur\u00A0"}
                  {criteria.length})
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </Panel>
      <Panel title={`${theme}. ${name}`}>
        <ThemeForm
          // A save opens the form anew on what is stored; a refusal must find the same form, whatever others saved meanwhile.
          key={`${theme} ${search.ouverture}`}
          theme={theme}
          rows={numbersOf(theme).map((number) => rowOf(number, found(number)))}
          states={STATES}
          action={save}
        />
      </Panel>
    </Screen>
  );
}
