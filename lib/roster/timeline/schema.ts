export type TimelineStep = {
  /** The day, or the Monday of the week, in Paris: « 2027-01-12 ». */
  from: string;
  came: number;
  left: number;
  /** Registered or waiting at its end. */
  total: number;
};

export type Timeline = { weekly: boolean; steps: TimelineStep[] };
