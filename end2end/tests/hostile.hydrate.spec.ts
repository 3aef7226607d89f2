import { crawl } from './crawl';
import { fill, form, press, send } from './forms';
import { enterAs, signOut } from './people';
import { at, expect, test, type Page } from './place';

const TENANT = 'val-denza';
const PATH = '/percorsi/welfare-digitale';
const WORK = `/lavoro${PATH}`;

/** Would run, open a window or ask another host for a picture, if it were not taken for words. */
const WORDS = '</textarea></title><script>alert(1)</script><img src="https://fuori.example/x.png" onerror="alert(2)">';
const LINKED = `${WORDS} [qui](javascript:alert(3)) ![qua](https://fuori.example/y.png)`;

test.use({ story: 'hostile' });

/** Everything that the browser says against a page: scripts that were stopped, errors, windows. */
async function listen(page: Page): Promise<string[]> {
  const faults: string[] = [];
  page.on('dialog', (dialog) => {
    faults.push(`a window opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('console', (message) => {
    // A refused form is an answer, however the browser calls it.
    const refused = message.text().includes('422 (Unprocessable Entity)');
    if (message.type() === 'error' && !refused) faults.push(`${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    if (request.url().includes('fuori.example')) faults.push(`asked for ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (stopped) => {
      console.error(`${stopped.violatedDirective} stopped ${stopped.blockedURI} on ${location.pathname}`);
    });
  });
  return faults;
}

/** Leaves the words wherever a citizen, the owner of the path and the administrator may write. */
async function spoil(page: Page): Promise<string> {
  await enterAs(page, TENANT, 'Luisa Ferrarini', '/proposte/nuova');
  await page.goto(at(TENANT, '/proposte/nuova'));
  const table = await form(page, 'contributions/propose').locator('[name="table"] option:not([value=""])').first().getAttribute('value');
  await send(page, 'contributions/propose', { title: WORDS, body: LINKED, place: WORDS.slice(0, 60), table: table ?? '' });
  const proposal = new URL(page.url()).pathname;
  await send(page, 'contributions/comment', { body: LINKED });
  await page.goto(at(TENANT, '/percorsi/welfare-digitale/chi-fa-cosa'));
  await send(page, 'organs/apply', { organisation: WORDS, kind: 'association', category: WORDS.slice(0, 60), why: LINKED });
  await page.goto(at(TENANT, '/accessibilita'));
  await send(page, 'site/feedback', { message: LINKED });
  await signOut(page);

  await enterAs(page, TENANT, 'Anna Rossi', WORK);
  await page.goto(at(TENANT, `${WORK}/tavoli`));
  await send(page, 'tables/add', { name: WORDS, focus: LINKED, audience: WORDS });
  await page.goto(at(TENANT, `${WORK}/incontri`));
  await send(page, 'meetings/plan', { title: WORDS, date: '2022-10-20', time: '18:00', mode: 'in_person', place: WORDS, agenda: LINKED });
  await page.goto(at(TENANT, `${WORK}/scheda`));
  await send(page, 'process/sheet', { title: WORDS, object: LINKED });
  await page.goto(at(TENANT, `${WORK}/documento`));
  await send(page, 'proposal-document/sections', { 'sections[object]': LINKED });
  await signOut(page);

  await enterAs(page, TENANT, 'Marco Vezzani', '/lavoro/impostazioni');
  await page.goto(at(TENANT, '/lavoro/impostazioni'));
  await send(page, 'settings/change', { name: WORDS, description: WORDS });
  await signOut(page);
  return proposal;
}

test('no page of a spoiled union runs what people wrote', async ({ page }) => {
  test.setTimeout(600_000);
  const faults = await listen(page);
  const proposal = await spoil(page);

  // A link that is a script is refused beside its field; the browser has nothing to follow.
  await enterAs(page, TENANT, 'Anna Rossi', `${WORK}/scheda`);
  await page.goto(at(TENANT, `${WORK}/scheda`));
  const sheet = form(page, 'process/sheet');
  await sheet.evaluate((node) => node.setAttribute('novalidate', ''));
  await fill(sheet, { web_url: 'javascript:alert(4)' });
  await press(sheet);
  await expect(page.locator('#errori a[href$="web_url"]')).toBeVisible();
  await signOut(page);

  // The spoiled ones first: of each route one page is looked at.
  const readers = [
    { who: null, rooms: [proposal, PATH, `${PATH}/tavoli`, '/'] },
    { who: 'Anna Rossi', rooms: [WORK, proposal, PATH, '/lavoro'] },
    { who: 'Marco Vezzani', rooms: ['/lavoro/impostazioni', '/lavoro/segnalazioni', '/lavoro/persone'] },
  ];
  for (const { who, rooms } of readers) {
    if (who !== null) await enterAs(page, TENANT, who);
    await crawl(page, at(TENANT), rooms, async ({ path }) => {
      await page.waitForLoadState('networkidle');
      await expect.soft(page.locator('a[href^="javascript:" i], main img[src*="fuori.example"]'), path).toHaveCount(0);
    });
    if (who !== null) await signOut(page);
  }
  await enterAs(page, null, 'Marta Galli', '/enti');
  for (const path of ['/', '/enti', `/enti/${TENANT}`, '/scadenze']) {
    await page.goto(at(null, path));
    await page.waitForLoadState('networkidle');
  }
  expect(faults).toEqual([]);
});
