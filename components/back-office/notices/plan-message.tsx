import { DoneNotice } from "#components/back-office/done-notice";
import { MailTextForm, type MailTextProps } from "#components/back-office/mail/template";
import {
  countWords,
  momentWords,
  type PlannedMessage,
  PlanTag,
  type PlanWebinar,
  SwitchButton,
} from "#components/back-office/notices/plan";
import { MailPreviewPanel, type PreviewedMail } from "#components/back-office/notices/plan-preview";
import { Panel, Screen } from "#components/back-office/screen";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import { Facts } from "#components/ui/facts";
import type { FormAction } from "#lib/forms/state";
import { mailKindLabels } from "#lib/mail/labels";
import { paths } from "#lib/platform/paths";

type Props = {
  webinar: PlanWebinar;
  message: PlannedMessage;
  text: MailTextProps;
  preview: { mail: PreviewedMail; readers: readonly { id: string; name: string }[]; reader: string };
  switchMail: FormAction;
  sendTest: FormAction;
  done: string | string[] | undefined;
};

export function MailPlanMessageScreen({ webinar, message, text, preview, switchMail, sendTest, done }: Props) {
  const { id } = webinar;
  const { kind, planned } = message;
  return (
    <Screen
      title={mailKindLabels[kind]}
      parent={{ label: `Messages : ${webinar.title}`, href: paths.adminWebinar(id, "messages") }}
    >
      <WebinarTabs id={id} current="messages" />
      <DoneNotice done={done} />
      <Panel title="Envoi">
        <div className="grid gap-6">
          <Facts
            facts={[
              { name: "Départ", value: momentWords(message) },
              { name: "Envois", value: countWords(message) },
              { name: "État", value: planned && <PlanTag state={planned.state} /> },
            ]}
          />
          <SwitchButton id={id} message={message} action={switchMail} />
        </div>
      </Panel>
      <MailPreviewPanel {...preview} sendTest={sendTest} values={{ id, kind }} />
      <MailTextForm {...text} />
    </Screen>
  );
}
