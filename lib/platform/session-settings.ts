/** What every session of the portal works under. A transaction that its owner forgot must not keep a seat locked. */
export const SESSION_SETTINGS: Readonly<Record<string, string>> = {
  timezone: "UTC",
  default_transaction_isolation: "read committed",
  idle_in_transaction_session_timeout: "15s",
  statement_timeout: "30s",
  // Compiling a search takes longer than the search; what it counts stays in memory.
  jit: "off",
  work_mem: "32MB",
};

export const SESSION_OPTIONS = Object.entries(SESSION_SETTINGS)
  .map(([name, value]) => `-c ${name}=${value.replaceAll(" ", "\\ ")}`)
  .join(" ");
