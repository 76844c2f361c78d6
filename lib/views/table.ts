import type { Table } from "#lib/tables/schema";
import { nameOfPage } from "#lib/views/labels";
import type { ViewsOfDay } from "#lib/views/schema";

export const viewsTable = (days: readonly ViewsOfDay[]): Table => ({
  name: "visites",
  columns: [{ label: "Jour", holds: "day" }, { label: "Page" }, { label: "Lectures", holds: "number" }],
  rows: days.map(({ day, path, count }) => [new Date(day), nameOfPage(path), count]),
});
