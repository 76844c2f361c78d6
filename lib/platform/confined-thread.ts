import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import type { Confined } from "#lib/platform/confined";

const { file, name, given } = workerData as Confined;
const room = (await import(pathToFileURL(file).href)) as Record<string, (...given: readonly unknown[]) => unknown>;
parentPort?.postMessage({ loaded: true });
parentPort?.postMessage({ value: await room[name]?.(...given) });
