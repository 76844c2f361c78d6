import type { ReactNode } from "react";
import { DoneNotice } from "#components/back-office/done-notice";
import { QuestionCard } from "#components/back-office/questions/card";
import { QuestionForm } from "#components/back-office/questions/form";
import { Panel, Screen } from "#components/back-office/screen";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { questionListLabels } from "#lib/questions/labels";
import type { QuestionGroup } from "#lib/questions/rules";
import type { ModeratedQuestion } from "#lib/questions/schema";

type Props = {
  webinar: { id: string; title: string };
  groups: readonly QuestionGroup<ModeratedQuestion>[];
  edited: string | undefined;
  /** Whether its session has ended. */
  isOver: boolean;
  decide: FormAction;
  moderate: FormAction;
  done: string | string[] | undefined;
};

const NO_THEME = "Sans thème";

function Theme({ theme, alone, children }: { theme: string | null; alone: boolean; children: ReactNode }) {
  return (
    <div>
      {!(alone && theme === null) && <h3 className="mb-2 text-lg">{theme === null ? NO_THEME : french(theme)}</h3>}
      <ul>{children}</ul>
    </div>
  );
}

export function QuestionsScreen({ webinar, groups, edited, isOver, decide, moderate, done }: Props) {
  const byStatus = Map.groupBy(groups, ({ status }) => status);
  return (
    <Screen
      title={`Questions\u00A0: ${webinar.title}`}
      parent={{ label: "Webinaires", href: paths.adminList("webinaires") }}
    >
      <WebinarTabs id={webinar.id} current="questions" />
      <DoneNotice done={done} />
      <p className="max-w-prose">
        Une question retenue qui a sa réponse paraît sur la page de la séance une fois celle-ci terminée, sans dire qui
        l’a posée.
      </p>
      {groups.length === 0 && <p>Personne n’a encore posé de question.</p>}
      {[...byStatus].map(([status, themes]) => (
        <Panel key={status} title={questionListLabels[status]}>
          <div className="grid gap-6">
            {themes.map(({ theme, questions }) => (
              <Theme key={theme ?? ""} theme={theme} alone={themes.length === 1}>
                {questions.map((question) => (
                  <li key={question.id} id={question.id} className="border-line border-t py-4 first:border-t-0">
                    {question.id === edited ? (
                      <QuestionForm webinarId={webinar.id} question={question} action={moderate} />
                    ) : (
                      <QuestionCard webinarId={webinar.id} question={question} isOver={isOver} decide={decide} />
                    )}
                  </li>
                ))}
              </Theme>
            ))}
          </div>
        </Panel>
      ))}
    </Screen>
  );
}
