import { crawl } from './crawl';
import { walk } from './focus';
import { form, press, succeeded } from './forms';
import { enterAs } from './people';
import { accessibleInBothLanguages, at, expect, faultsOf, test, type Page } from './place';

/** The rooms of those who look at everything, of who works for a tenant, and of who sits on an organ. */
const [SITE, DESK, SPACE, AGENDA] = [['/'], ['/lavoro'], ['/spazio'], ['/azioni', '/lavoro']];

/** Who looks around, on which host; who has rooms of their own starts there. */
const LOOKERS = [
  { who: 'a visitor of the platform', slug: null, person: null, rooms: SITE },
  { who: 'the coordinator', slug: null, person: 'Marta Galli', rooms: SITE },
  { who: 'the guarantor', slug: null, person: 'Andrea Sartori', rooms: SITE },
  { who: 'a visitor of a union', slug: 'val-denza', person: null, rooms: SITE },
  { who: 'a citizen', slug: 'val-denza', person: 'Luisa Ferrarini', rooms: SITE },
  { who: 'a member of the table', slug: 'val-denza', person: 'Rita Camellini', rooms: SPACE },
  { who: 'a member of the guarantee committee', slug: 'val-denza', person: 'Laura Bassi', rooms: SPACE },
  { who: 'the process owner', slug: 'val-denza', person: 'Anna Rossi', rooms: DESK },
  { who: 'the facilitator', slug: 'val-denza', person: 'Chiara Lanzi', rooms: DESK },
  { who: 'who coordinates the points', slug: 'val-denza', person: 'Cinzia Torelli', rooms: DESK },
  { who: 'who helps people at a point', slug: 'val-denza', person: 'Dino Manzini', rooms: DESK },
  { who: 'the legal representative', slug: 'val-denza', person: 'Giulia Bonini', rooms: DESK },
  { who: 'the funding officer', slug: 'val-denza', person: 'Ilaria Conti', rooms: DESK },
  { who: 'the secretary of the body', slug: 'val-denza', person: 'Roberto Sassi', rooms: DESK },
  { who: 'the moderator', slug: 'val-denza', person: 'Sara Tognoni', rooms: DESK },
  { who: 'the privacy officer', slug: 'val-denza', person: 'Paolo Neri', rooms: DESK },
  { who: 'the administrator', slug: 'val-denza', person: 'Marco Vezzani', rooms: DESK },
  { who: 'who keeps the actions', slug: 'valnure-valchero', person: 'Lia Barbieri', rooms: AGENDA },
  { who: 'a visitor of a town whose decisions became actions', slug: 'calderara', person: null, rooms: SITE },
  { who: 'a visitor of a city with a permanent agenda', slug: 'prato', person: null, rooms: SITE },
  { who: 'who runs a permanent agenda', slug: 'prato', person: 'Valeria Nistri', rooms: DESK },
  { who: 'a visitor of a union with a social agenda', slug: 'bassa-reggiana', person: null, rooms: SITE },
  { who: 'who runs a social agenda', slug: 'bassa-reggiana', person: 'Nadia Allegretti', rooms: DESK },
  { who: 'a visitor of a town with a social agenda', slug: 'rimini', person: null, rooms: SITE },
];

test.use({ story: 'crawl' });

/** What was checked, whoever saw it and in whatever place. */
const checked = new Set<string>();

for (const { who, slug, person, rooms } of LOOKERS) {
  test(`every page that ${who} can reach holds together`, async ({ page }, info) => {
    test.setTimeout(600_000);
    if (person !== null) await enterAs(page, slug, person);
    const scripts = info.project.use.javaScriptEnabled !== false;
    // What the checker looks at in English does not hang on the width; whether the words fit does.
    const wide = info.project.name === 'wide';
    const look = async (path: string): Promise<void> => {
      await expect.soft(page.locator('h1'), `${path} has one heading`).toHaveCount(1);
      expect.soft(await page.title(), `${path} has a title`).not.toBe('');
      const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect.soft(over, `${path} scrolls sideways by so many pixels`).toBeLessThanOrEqual(0);
    };
    const examine = async (path: string) => {
      expect.soft(await faultsOf(page), `accessibility of ${path}`).toEqual([]);
    };
    const visited: string[] = [];
    const fresh: string[] = [];
    await crawl(page, at(slug), rooms, async ({ path, make }) => {
      visited.push(path);
      await look(path);
      // The first page is examined with the menu that this person has; others once for each make, whoever sees them.
      if (checked.has(make) && visited.length > 1) return;
      checked.add(make);
      fresh.push(path);
      // Without JavaScript the markup is the same, and the checker is a script.
      if (!scripts) return;
      await examine(path);
      // The keyboard's way is the same in both languages.
      expect.soft(await walk(page), `the keyboard's way through ${path}`).toEqual([]);
    });
    expect(visited.length).toBeGreaterThan(1);
    if (!scripts) return;
    await page.goto(at(slug, '/lingua/en?da=/'));
    for (const path of fresh) {
      await page.goto(at(slug, path));
      await expect.soft(page.locator('html')).toHaveAttribute('lang', 'en');
      await look(path);
      if (wide) await examine(path);
    }
  });
}

test('a suspended tenant says so on every page, and shows what it owes to visitors', async ({ page, another }) => {
  test.setTimeout(180_000);
  const [slug, closed] = ['canossa', 'Spazio sospeso'];
  const marta = await another();
  await enterAs(marta, null, 'Marta Galli');
  await marta.goto(at(null, `/enti/${slug}`));
  await press(form(marta, 'tenants/change'));
  await succeeded(marta);
  await accessibleInBothLanguages(marta, at(null, `/enti/${slug}`));

  const heading = (of: Page) => of.locator('h1');
  for (const path of ['/', '/proposte', '/lavoro']) {
    const answer = await page.goto(at(slug, path));
    expect(answer?.status(), `${path} answers`).toBe(503);
    await expect(heading(page)).toHaveText(closed);
  }
  for (const path of ['/', '/accedi', '/privacy', '/note-legali', '/accessibilita']) {
    await accessibleInBothLanguages(page, at(slug, path));
    if (path !== '/') await expect(heading(page)).not.toHaveText(closed);
  }

  // Who administers it still takes everything away.
  await enterAs(page, slug, 'Cecilia Rabotti');
  await expect(page.locator('main a[download]')).toBeVisible();
  await accessibleInBothLanguages(page, at(slug));
});
