import type { Prisma } from "#prisma/client";

/**
 * `personal` tells something of a visitor: told to them, erased.
 * `trace` leads to them and tells them nothing more, a key, a copy, a report: erased, not told.
 * `count` stays in the counts once they are forgotten: told, kept.
 * `technical` is none of that: not told, kept.
 */
export type Kind = "personal" | "trace" | "count" | "technical";

type Table =
  | "Person"
  | "Registration"
  | "RegistrationLink"
  | "RegistrationGrant"
  | "AddressChange"
  | "CycleSubscription"
  | "DigestSubscription"
  | "Question"
  | "SurveyAnswer"
  | "OutgoingMail"
  | "MailSubject"
  | "HeldNotice"
  | "AttendanceImport"
  | "Remark"
  | "RateLimiterFlexible";

export type Rows = { [T in Table]: Prisma.TypeMap["model"][T]["payload"]["scalars"] };

/** Every column of the tables that hold visitors: erasure, a person's export and the search for traces derive from it. */
export const COLUMNS = {
  Person: {
    id: "technical",
    email: "personal",
    emailKey: "trace",
    createdAt: "count",
  },
  Registration: {
    id: "technical",
    webinarId: "technical",
    personId: "trace",
    firstName: "personal",
    lastName: "personal",
    profile: "count",
    organisation: "personal",
    territory: "personal",
    accessNeeds: "personal",
    formAnswers: "personal",
    newsletterAt: "personal",
    newsletterNotice: "personal",
    partnerLinkId: "technical",
    remindersOffAt: "personal",
    status: "count",
    origin: "count",
    waitlistRank: "count",
    offerExpiresAt: "count",
    confirmedAt: "count",
    cancelledAt: "count",
    cancellationReason: "personal",
    sequence: "technical",
    presentAt: "count",
    attendanceSource: "count",
    presentMinutes: "count",
    certificateCode: "personal",
    surveyAnswered: "count",
    anonymisedAt: "technical",
    createdAt: "count",
    updatedAt: "technical",
  },
  RegistrationLink: {
    tokenHash: "technical",
    personId: "trace",
    requestFingerprint: "trace",
    shownAddress: "trace",
    createdAt: "count",
  },
  RegistrationGrant: {
    tokenHash: "technical",
    registrationId: "technical",
    scope: "count",
    // What the holder of a receipt was shown and asked: nobody knows who that is.
    shownRank: "technical",
    showsGiven: "technical",
    cancelRequestedAt: "technical",
  },
  AddressChange: {
    tokenHash: "technical",
    personId: "trace",
    email: "personal",
    createdAt: "count",
  },
  CycleSubscription: {
    id: "technical",
    cycleId: "technical",
    personId: "trace",
    firstName: "personal",
    lastName: "personal",
    profile: "count",
    organisation: "personal",
    territory: "personal",
    createdAt: "count",
  },
  DigestSubscription: {
    id: "technical",
    personId: "trace",
    tokenHash: "technical",
    choices: "personal",
    askedAt: "count",
    confirmedAt: "count",
    notice: "personal",
    toldUntil: "technical",
  },
  Question: {
    id: "technical",
    webinarId: "technical",
    registrationId: "trace",
    text: "personal",
    status: "count",
    theme: "technical",
    answer: "count",
    spokenAt: "count",
    createdAt: "count",
  },
  // Of nobody: nothing leads from an answer to who gave it.
  SurveyAnswer: {
    id: "technical",
    webinarId: "technical",
    usefulness: "count",
    intention: "count",
    suggestion: "count",
  },
  OutgoingMail: {
    id: "technical",
    kind: "count",
    key: "trace",
    to: "personal",
    emailKey: "trace",
    subject: "personal",
    text: "personal",
    html: "trace",
    calendar: "trace",
    calendarMethod: "technical",
    unsubscribeUrl: "trace",
    lastError: "trace",
    registrationId: "trace",
    announcementId: "technical",
    status: "count",
    attempts: "technical",
    refusedAt: "technical",
    bouncedAt: "technical",
    staleAt: "technical",
    rank: "technical",
    createdAt: "count",
    sentAt: "count",
  },
  MailSubject: {
    mailId: "technical",
    registrationId: "trace",
  },
  HeldNotice: {
    registrationId: "technical",
    kind: "technical",
    firstAt: "technical",
    lastAt: "technical",
  },
  AttendanceImport: {
    id: "technical",
    webinarId: "technical",
    fileName: "trace",
    rows: "trace",
    createdAt: "technical",
  },
  Remark: {
    id: "technical",
    page: "count",
    verdict: "count",
    text: "personal",
    email: "personal",
    emailKey: "trace",
    formFingerprint: "trace",
    handledAt: "technical",
    handledById: "technical",
    createdAt: "count",
  },
  RateLimiterFlexible: {
    key: "trace",
    points: "technical",
    expire: "technical",
  },
} as const satisfies { [T in keyof Rows]: Record<keyof Rows[T], Kind> };
