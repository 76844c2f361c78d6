import type { GrantScope } from "#prisma/enums";

export type NewGrant = { registrationId: string; scope: GrantScope; shownRank?: number | null; showsGiven?: boolean };

/** What a link opens. A mailbox link has a person and opens everything of theirs. */
export type PersonalLink = {
  tokenHash: Uint8Array<ArrayBuffer>;
  /** Set for a link that was sent to this person's mailbox and nowhere else. */
  personId: string | null;
  createdAt: Date;
  /** The address typed on the screen that gave it, masked; null when it was sent by mail. */
  shownAddress: string | null;
  grants: {
    registrationId: string;
    scope: GrantScope;
    shownRank: number | null;
    showsGiven: boolean;
    cancelRequestedAt: Date | null;
  }[];
};

/** A link to write. Set `personId` only for one that is sent to their mailbox and nowhere else. */
export type NewLink = {
  token: string;
  personId?: string | null;
  /** Of the form that it answers: the same form sent again gets the same link. */
  fingerprint?: Uint8Array<ArrayBuffer>;
  shownAddress?: string;
  grants: readonly NewGrant[];
};

export type LinkFactory = { personal: () => string; single: (scope: "join" | "survey") => string };

/** What a screen shows in place of the truth: what a newcomer was, or would have been, given, and what was asked there. */
export type Shown = {
  status: "confirmed" | "waiting" | "cancelled";
  cancelRequestedAt: Date | null;
};

export type Powers = {
  /** Whose mailbox it was sent to: it alone shows who they are, changes, exports and erases. Null for a link given on a screen. */
  verifiedPersonId: string | null;
  opensPage: boolean;
  /** Whether it acts on the seat; otherwise it may only ask the owner. */
  acts: boolean;
  /** Null when it shows the truth. */
  shown: Shown | null;
};
