/** A file of a page of a dossier, as it stands. */
export type HeldFile = {
  title: string;
  label: string;
  /** The address of its page. */
  page: string;
  source: string;
  licence: string | null;
  name: string;
  bytes: number;
  sha256: string;
  date: Date;
};

/** What an archive cannot hold, and where it is. */
export type LeftOut = { title: string; why: string; where: string };

export type DossierFiles = { files: HeldFile[]; leftOut: LeftOut[] };
