"use server";

import { z } from "zod";
import { unshownWords } from "#lib/cycles/labels";
import { createCycle, loadSchoolCalendar, publishCycle, saveCycle, undoCycle } from "#lib/cycles/mutations";
import { doubtedDates, findCycle } from "#lib/cycles/queries";
import { readyDrafts } from "#lib/cycles/rules";
import { cycleEdit, cyclePublication, newCycle, schoolCalendarForm } from "#lib/cycles/schema";
import { harmsOf } from "#lib/desks/checks";
import { formAction } from "#lib/edge/form-action";
import { despiteOf, harmRefusal } from "#lib/edge/harm-guard";
import { currentEditor, requireEditor } from "#lib/edge/session";
import { decoded } from "#lib/files/decoding/rules";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { quoted } from "#lib/platform/text";
import { trashRefusals } from "#lib/publication/trash/labels";
import { DOUBTED } from "#lib/webinars/terms/labels";

const titleTaken = { title: "Un autre cycle porte déjà ce titre\u00A0: choisissez-en un autre." };

const notCreated: Record<"title-taken" | "unknown", Record<string, string>> = {
  "title-taken": titleTaken,
  unknown: { textsFrom: "Ce cycle n’existe plus\u00A0: choisissez-en un autre." },
};

const saved = () => ({ fait: "enregistre", ouverture: now().getTime() });

export const create = formAction({
  guard: currentEditor,
  schema: newCycle,
  run: async (input, editor) => {
    const dates = input.webinars.map(({ startsAt }) => ({
      startsAt,
      durationMinutes: input.durationMinutes,
      cancelledAt: null,
    }));
    const { doubts, shown } = await doubtedDates(dates, now());
    if (doubts.length > 0 && input.shown !== shown)
      return { ok: false, formError: [...doubts, DOUBTED].join(" "), echo: { agreement: shown } };
    const outcome = await createCycle(editor, input, now());
    if (outcome.ok) return { ok: true, redirectTo: paths.adminEdit("cycles", outcome.id, { fait: "enregistre" }) };
    return { ok: false, fieldErrors: notCreated[outcome.reason] };
  },
});

export const save = formAction({
  guard: currentEditor,
  schema: cycleEdit,
  run: async (input, editor) => {
    const outcome = await saveCycle(editor, input, now());
    if (outcome.ok) return { ok: true, redirectTo: paths.adminEdit("cycles", input.id, saved()) };
    if (outcome.reason === "title-taken") return { ok: false, fieldErrors: titleTaken };
    const formError =
      outcome.reason === "stale"
        ? "Quelqu’un a enregistré ce cycle pendant que vous le modifiiez\u00A0: rechargez la page pour voir ses changements."
        : "Ce cycle n’existe plus.";
    return { ok: false, formError };
  },
});

export const publish = formAction({
  guard: requireEditor,
  schema: cyclePublication,
  run: async (input, editor) => {
    const at = now();
    const ready = readyDrafts((await findCycle(editor, input.id))?.webinars ?? [], at);
    const harms = (
      await Promise.all(
        ready.map(async ({ id, title }) =>
          (
            await harmsOf(editor, "webinar", id, at)
          ).map((harm) => ({
            ...harm,
            message: `${quoted(title)}\u00A0: ${harm.message}`,
          })),
        ),
      )
    ).flat();
    if (harms.length && !input.despite) return harmRefusal(harms, "publish");
    const outcome = await publishCycle(
      editor,
      { id: input.id, shown: input.shown, ...despiteOf(harms, input.despite) },
      at,
    );
    if (outcome.ok) return { ok: true, redirectTo: paths.adminEdit("cycles", input.id, { fait: "publie" }) };
    if (outcome.reason === "nothing" || !ready.length)
      return { ok: false, formError: "Aucun brouillon n’est prêt à paraître\u00A0: rechargez la page." };
    const { doubts, shown } = await doubtedDates(ready, at);
    const formError = [unshownWords(ready), ...doubts, "Relisez ces dates, puis appuyez de nouveau."].join(" ");
    return { ok: false, formError, echo: { agreement: shown } };
  },
});

export const undo = formAction({
  guard: requireEditor,
  schema: z.object({ id: z.uuid() }),
  run: async ({ id }, editor) => {
    const outcome = await undoCycle(editor, id, now());
    return outcome.ok
      ? { ok: true, redirectTo: paths.adminList("corbeille", { fait: "jete" }) }
      : { ok: false, formError: trashRefusals[outcome.reason] };
  },
});

const unread = {
  unreadable:
    "Ce fichier n’est pas un calendrier au format iCalendar, ou il est abîmé\u00A0: téléchargez-le de nouveau, sans l’ouvrir.",
  empty: "Ce calendrier ne contient aucunes vacances scolaires\u00A0: prenez celui que publie le ministère.",
};

export const loadCalendar = formAction({
  guard: requireEditor,
  schema: schoolCalendarForm,
  run: async ({ file }, editor) => {
    const outcome = await loadSchoolCalendar(editor, decoded(new Uint8Array(await file.arrayBuffer())), now());
    return outcome.ok
      ? { ok: true, redirectTo: paths.adminList("cycles", saved()) }
      : { ok: false, fieldErrors: { file: unread[outcome.reason] } };
  },
});
