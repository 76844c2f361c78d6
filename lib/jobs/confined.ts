import { parentPort, workerData } from "node:worker_threads";
import { readReportFile } from "#lib/attendance/reports/fields";
import type { Confined } from "#lib/platform/confined";

/** What a thread of `confined` runs. */
const READERS: Record<string, (...given: never[]) => unknown> = { report: readReportFile };

const { name, given } = workerData as Confined;
parentPort?.postMessage({ loaded: true });
parentPort?.postMessage({ value: await READERS[name]?.(...(given as never[])) });
