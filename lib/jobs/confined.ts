import { parentPort, workerData } from "node:worker_threads";
import { readReportFile } from "#lib/attendance/reports/fields";
import { readSchoolCalendar } from "#lib/calendar/school-holidays";
import { readPdf } from "#lib/files/pdf";
import type { Confined } from "#lib/platform/confined";

/** What a thread of `confined` runs. */
const READERS: Record<string, (...given: never[]) => unknown> = {
  pdf: readPdf,
  report: readReportFile,
  "school-calendar": readSchoolCalendar,
};

const { name, given } = workerData as Confined;
parentPort?.postMessage({ loaded: true });
parentPort?.postMessage({ value: await READERS[name]?.(...(given as never[])) });
