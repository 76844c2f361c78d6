import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AttendanceScreen } from "#components/back-office/attendance/screen";
import { AT } from "#tests/support/clock";

const drawn = (anonymised: number, total: number, { complete = false, begun = true } = {}) =>
  renderToStaticMarkup(
    <AttendanceScreen
      webinar={{ id: "s", title: "Séance", startsAt: AT, durationMinutes: 60 }}
      counts={{ expected: 8, present: begun ? 6 : 0, absent: begun ? 2 : 8, anonymised, complete }}
      filter={{ q: "" }}
      list={{ total, page: 1, pageCount: 1 }}
      pending={null}
      done={undefined}
      applied={null}
      report={begun ? "Relevé" : null}
      completion={null}
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

test("nobody is absent before the session, nor before the team has said that everybody is noted", () => {
  expect(drawn(0, 8, { begun: false })).toContain("8\u00A0personnes attendues.");
  expect(drawn(0, 8, { begun: false })).not.toMatch(/\d\u00A0(absente|personnes? présente)/);
  expect(drawn(0, 8)).toContain("6\u00A0personnes présentes (75\u00A0%), 2\u00A0personnes sans présence relevée");
  expect(drawn(0, 8)).not.toMatch(/\d\u00A0absente/);
  expect(drawn(0, 8, { complete: true })).toContain("2\u00A0absentes, sur 8\u00A0personnes attendues.");
});
