/** Days end at midnight in Paris. */
export type ViewedPage = { path: string; month: number; year: number };

export type ViewsOfDay = { day: string; path: string; count: number };
