import { EDITORIAL_NOUNS } from "#lib/nouns/cards";

const QUEUE_TABLES = "bam instance job job_dependency queue queue_stats schedule subscription version warning".split(
  " ",
);

/** The other tables. Team members and partners are no visitors; a job knows the number of a message, not whose it is. */
export const NO_VISITOR: readonly string[] = [
  // What editors publish.
  ...EDITORIAL_NOUNS.map((noun) => `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`),
  "AccountLink",
  "Announcement",
  "AuditEntry",
  "CentreNeed",
  "CollectionItem",
  "ContentReading",
  "Cycle",
  "Departure",
  "DisabledPlannedMail",
  "FruitlessSearch",
  "HarvestProposal",
  "HarvestSource",
  "Invitation",
  "MailTemplate",
  "MailboxCursor",
  "OrientationStep",
  "OutboxStop",
  "PageView",
  "PartnerLink",
  "PublishedFigures",
  "RecoveryCode",
  "ResourceCentre",
  "ResourceLink",
  "ResourceNeed",
  "ResourceRelation",
  "Revision",
  "SchoolHoliday",
  "SearchEntry",
  "SearchWord",
  "StaticFile",
  "SynonymGroup",
  "TestQuery",
  "User",
  "UserSession",
  "WatchedLink",
  "WebinarDocument",
  "_prisma_migrations",
  ...QUEUE_TABLES.map((table) => `pgboss.${table}`),
];
