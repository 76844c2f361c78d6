import { faultsOf } from "#tests/a11y/states";
import { expect, test } from "#tests/support/journey";
import { DOSSIER, mappedPages, share, TEMPLATES } from "#tests/support/site";

/** So that what one page has is seen at once: `A11Y_PAGES=/besoins npm run test:a11y`, by how addresses begin. */
const { A11Y_PAGES } = process.env;
const PARTS = 6;

for (let part = 0; part < PARTS; part++) {
  test(`every page is for everyone in each of its states, part ${part + 1} of ${PARTS}`, async ({
    page,
    request,
    browser,
  }) => {
    const addresses = [...new Set([...(await mappedPages(request)), ...TEMPLATES, DOSSIER])];
    const asked = addresses.filter(
      (address) => !A11Y_PAGES || A11Y_PAGES.split(",").some((one) => address.startsWith(one)),
    );
    const faults: string[] = [];
    for (const address of share(asked, part, PARTS)) faults.push(...(await faultsOf(page, address, browser)));
    expect(faults).toEqual([]);
  });
}
