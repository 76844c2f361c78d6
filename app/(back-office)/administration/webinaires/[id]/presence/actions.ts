"use server";

import { completeAttendance, markAttendance } from "#lib/attendance/mutations";
import { decisionsIn } from "#lib/attendance/reports/fields";
import { REPORT_GONE, reportRefusals } from "#lib/attendance/reports/labels";
import { applyReport, discardReport, keepReport } from "#lib/attendance/reports/mutations";
import { findReport } from "#lib/attendance/reports/queries";
import { broughtReport, reviewedReport } from "#lib/attendance/reports/schema";
import { completedAttendance, markedAttendance } from "#lib/attendance/schema";
import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

export const mark = formAction({
  guard: currentEditor,
  schema: markedAttendance,
  run: async ({ webinarId, shown, before, present, ...query }, editor) => {
    const change = {
      present: present.filter((id) => shown.includes(id) && !before.includes(id)),
      absent: before.filter((id) => shown.includes(id) && !present.includes(id)),
    };
    await markAttendance(editor, webinarId, change, now());
    return { ok: true, redirectTo: paths.adminWebinar(webinarId, "presence", { ...query, fait: "present" }) };
  },
});

const NOT_BEGUN = "La séance n’a pas commencé\u00A0: son relevé ne peut pas être complet.";

export const complete = formAction({
  guard: currentEditor,
  schema: completedAttendance,
  run: async ({ webinarId, complete }, editor) => {
    const done = await completeAttendance(editor, webinarId, complete === "oui", now());
    if (!done) return { ok: false, formError: NOT_BEGUN };
    const fait = complete === "oui" ? "complet" : "rouvert";
    return { ok: true, redirectTo: paths.adminWebinar(webinarId, "presence", { fait }) };
  },
});

export const bring = formAction({
  guard: currentEditor,
  schema: broughtReport,
  run: async ({ webinarId, report }, editor) => {
    const file = { name: report.name, bytes: new Uint8Array(await report.arrayBuffer()) };
    const outcome = await keepReport(editor, webinarId, file, now());
    if (!outcome.ok) return { ok: false, fieldErrors: { report: reportRefusals[outcome.reason] } };
    return { ok: true, redirectTo: paths.adminEdit("webinaires", `${webinarId}/presence/${outcome.id}`) };
  },
});

export const apply = formAction({
  guard: currentEditor,
  schema: reviewedReport,
  run: async ({ webinarId, importId, ...typed }, editor) => {
    const report = await findReport(editor, webinarId, importId);
    if (!report) return { ok: false, formError: REPORT_GONE };
    const review = decisionsIn(report.rows, report.registrants, typed);
    if ("errors" in review) return { ok: false, fieldErrors: review.errors };
    const outcome = await applyReport(editor, { webinarId, id: importId }, review.decisions, now());
    if (!outcome.ok) return { ok: false, formError: REPORT_GONE };
    const { present, added } = outcome;
    return { ok: true, redirectTo: paths.adminWebinar(webinarId, "presence", { marques: present, ajoutes: added }) };
  },
});

/** Forgets a report without marking anybody. */
export const discard = formAction({
  guard: currentEditor,
  schema: reviewedReport,
  run: async ({ webinarId, importId }, editor) => {
    await discardReport(editor, webinarId, importId);
    return { ok: true, redirectTo: paths.adminWebinar(webinarId, "presence", { fait: "efface" }) };
  },
});
