import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AttendanceScreen } from "#components/back-office/attendance/screen";
import { AT } from "#tests/support/clock";

const drawn = (anonymised: number, total: number) =>
  renderToStaticMarkup(
    <AttendanceScreen
      webinar={{ id: "s", title: "Séance", startsAt: AT, durationMinutes: 60 }}
      counts={{ expected: 8, present: 6, absent: 2, anonymised }}
      filter={{ q: "" }}
      list={{ total, page: 1, pageCount: 1 }}
      pending={null}
      done={undefined}
      applied={null}
      report={null}
    >
      {null}
    </AttendanceScreen>,
  );

test("a list without names says that they were erased, and that its people are still counted", () => {
  expect(drawn(8, 0)).toContain("8\u00A0personnes ont été anonymisées");
  expect(drawn(8, 0)).not.toContain("0\u00A0personne");
  expect(drawn(8, 0)).not.toContain("Les personnes qui ont annulé");
  expect(drawn(1, 2)).toMatch(/2\u00A0personnes\. Les personnes qui ont annulé.*1\u00A0personne a été anonymisée/);
  expect(drawn(0, 0)).not.toContain("anonymisé");
});
