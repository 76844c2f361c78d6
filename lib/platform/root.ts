import path from "node:path";

/** The folder of this installation, where package.json lies, with a final separator. npm runs every command from it. */
export const PROJECT_ROOT = `${process.cwd()}${path.sep}`;
