/** Messages to the team about its accounts. */
export const ACCOUNT_KINDS = [
  "account-invitation",
  "account-password-link",
  "account-password-changed",
  "account-email-link",
  "account-email-changed",
  "account-second-factor-removed",
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];
