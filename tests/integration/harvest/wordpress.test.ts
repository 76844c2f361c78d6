import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSource, passed, proposals, readLocalSites } from "#tests/support/harvest";
import { noWordPress, startWordPress, type WordPress } from "#tests/support/wordpress";

/** What WordPress says was modified is told by its own clock. */
const now = () => new Date();
const titles = async () => (await proposals()).map(({ title }) => title).sort();

describe.skipIf(noWordPress)("a real WordPress", () => {
  let site: WordPress;
  beforeAll(async () => {
    site = await startWordPress();
    readLocalSites(true);
    site.run(`
      foreach (get_posts(['post_type' => 'any', 'numberposts' => -1, 'post_status' => 'any']) as $post) wp_delete_post($post->ID, true);
      $written = fn($title, $more = []) => wp_insert_post($more + ['post_title' => $title, 'post_status' => 'publish',
        'post_author' => 1, 'post_date' => '2026-01-02 10:00:00', 'post_excerpt' => 'Ce que dit « ' . $title . ' ».']);
      for ($rank = 1; $rank <= 101; $rank++) $written("Article $rank");
      $written('Un guide', ['post_type' => 'page']);
      $written('Brouillon', ['post_status' => 'draft']);
      $written('Privé', ['post_status' => 'private']);
      $written('Protégé', ['post_password' => 'sésame']);
      $written('À venir', ['post_status' => 'future', 'post_date' => '2099-01-01 10:00:00']);
    `);
  });
  afterAll(async () => {
    readLocalSites(false);
    await site?.stop();
  });

  test("is read whole, without what its public does not read, then only for what changed", async () => {
    const { id } = await makeSource(`${site.url}/`);
    expect(await passed(id, now())).toMatchObject({
      kind: "wordpress",
      address: `${site.url}/wp-json/wp/v2`,
      state: "done",
      report: "102\u00A0pages lues, dont 102\u00A0nouvelles.",
    });
    const expected = [...Array.from({ length: 101 }, (_, rank) => `Article ${rank + 1}`), "Un guide"];
    expect(await titles()).toEqual(expected.sort());
    const guide = (await proposals()).find(({ title }) => title === "Un guide");
    expect(guide).toMatchObject({ url: `${site.url}/un-guide/`, summary: "Ce que dit « Un guide »." });

    site.run("wp_update_post(['ID' => get_page_by_path('un-guide')->ID, 'post_title' => 'Un guide, revu']);");
    expect((await passed(id, now())).report).toBe("1\u00A0page lue, dont 1\u00A0modifiée.");
    expect(await titles()).toContain("Un guide, revu");
  });

  test("without pretty addresses it is read all the same", async () => {
    site.run("update_option('permalink_structure', ''); flush_rewrite_rules();");
    const { id } = await makeSource(`${site.url}/`);
    const { kind, address, report } = await passed(id, now());
    expect([kind, report]).toEqual(["wordpress", "102\u00A0pages lues, dont 102\u00A0nouvelles."]);
    expect(address).toContain("rest_route=");
  });
});
