import { Desk } from './desk';
import { form, press, send, stepForm, succeeded } from './forms';
import { Keyboard } from './keyboard';
import { enterAs } from './people';
import { accessible, accessibleInEnglishToo, expect, test } from './place';

const TENANT = 'val-denza';
const PATH = 'Welfare e agenda digitale locale';
const CHECK = 'Comitato di garanzia, verifica di ottobre';
const PAPER = 'Mappa degli attori';

test.use({ story: 'keyboard organs' });
// Every key is a call to the browser: that takes its time.
test.describe.configure({ timeout: 180_000 });

test('with the keyboard alone, a facilitator writes a synthesis from its sources', async ({ page }) => {
  const keys = new Keyboard(page);
  await keys.enterAs(TENANT, 'Chiara Lanzi', '/lavoro');
  await keys.enterRoom(PATH, 'Tavoli e sintesi');
  await keys.follow(page.locator('main').getByRole('link', { name: 'Tavolo scuole', exact: true }));
  const synthesis = form(page, 'tables/synthesise');
  await keys.choose(synthesis.locator('[name="kind"]'), 'Proposta');
  await keys.type(synthesis.locator('[name="title"]'), 'Aule aperte la sera');
  await keys.type(synthesis.locator('[name="text"]'), 'Una sera la settimana, con un volontario.');
  await keys.follow(synthesis.getByRole('button', { name: 'Pubblica la sintesi' }));
  await keys.atFaults(synthesis.locator('fieldset'));
  await accessible(page);
  await keys.tick(synthesis.locator('[name="sources[]"]').first());
  await keys.follow(synthesis.getByRole('button', { name: 'Pubblica la sintesi' }), 'Shift+Tab');
  await keys.atHeading('Sintesi pubblicata');
  const written = page.locator('.row-list > li', { hasText: 'Aule aperte la sera' });
  await keys.unfold(written.locator('summary', { hasText: 'Nasce da' }));
  await expect(written.locator('details li a')).toHaveCount(1);
  await accessibleInEnglishToo(page);
});

test('with the keyboard alone, a member of the table reads its papers, comments on its minutes and approves them', async ({ page, another }) => {
  const anna = await another();
  const owner = new Desk(anna, TENANT, 'welfare-digitale');
  await enterAs(anna, TENANT, 'Anna Rossi');
  await owner.openMeeting('Tavolo di negoziazione, quarto incontro');
  await send(anna, 'meetings/paper', { document: { choose: PAPER } });

  const keys = new Keyboard(page);
  await keys.enterAs(TENANT, 'Rita Camellini', '/spazio');
  const seat = page.locator('[aria-labelledby="organi"]');
  await keys.follow(seat.getByRole('link', { name: 'Tavolo di negoziazione, quarto incontro', exact: true }));
  await expect(page.locator('[aria-labelledby="ordine"] li')).toHaveCount(3);
  const paper = page.waitForEvent('download');
  await keys.follow(page.locator('[aria-labelledby="documenti"]').getByRole('link', { name: PAPER, exact: true }));
  expect(await (await paper).failure()).toBeNull();

  await keys.follow(page.locator('.site-person').getByRole('link', { name: 'Il mio spazio' }));
  await keys.follow(seat.getByRole('link', { name: 'Tavolo di negoziazione, terzo incontro', exact: true }));
  const note = form(page, 'minutes/comment');
  await keys.follow(note.getByRole('button', { name: 'Invia il commento' }));
  await keys.atFaults();
  await accessible(page);
  await page.keyboard.type('Manca il costo degli incontri nelle frazioni.');
  await keys.follow(note.getByRole('button', { name: 'Invia il commento' }));
  await keys.atHeading('Commento registrato');
  await expect(page.locator('.comment-list')).toContainText('Manca il costo degli incontri nelle frazioni.');
  await keys.commit(form(page, 'minutes/approve'), 'Approva il verbale');
  await keys.atHeading('Approvazione registrata');
  await expect(page.locator('[aria-labelledby="approvazioni"]')).toContainText('Cooperativa sociale Il Gelso');
  await expect(form(page, 'minutes/approve')).toHaveCount(0);
  await accessibleInEnglishToo(page);
});

test('with the keyboard alone, a member of the guarantee committee objects to its minutes', async ({ page, another }) => {
  const anna = await another();
  const owner = new Desk(anna, TENANT, 'welfare-digitale');
  await enterAs(anna, TENANT, 'Anna Rossi');
  await owner.planMeeting('Comitato di garanzia', CHECK);
  await owner.openMeeting(CHECK);
  await press(form(anna, 'meetings/convene'));
  await succeeded(anna);
  await owner.openMeeting(CHECK);
  await send(anna, 'meetings/hold', { women: '2', men: '1' });
  await owner.openMeeting(CHECK);
  await anna.getByRole('link', { name: 'Verbale', exact: true }).click();
  await send(anna, 'minutes/write', { text: 'Il Comitato verifica il calendario.' });
  await press(stepForm(anna, 'minutes/move', 'open_comments'));
  await succeeded(anna);

  const keys = new Keyboard(page);
  await keys.enterAs(TENANT, 'Laura Bassi', '/spazio');
  await keys.follow(page.locator('[aria-labelledby="organi"]').getByRole('link', { name: CHECK, exact: true }));
  const note = form(page, 'minutes/comment');
  await keys.type(note.locator('[name="text"]'), 'Due terzi degli incontri restano in pianura.');
  await keys.tick(note.locator('[name="objection"]'));
  await keys.follow(note.getByRole('button', { name: 'Invia il commento' }));
  await keys.atHeading('Commento registrato');
  await expect(page.locator('.comment-list li', { hasText: 'Due terzi' })).toContainText('Obiezione');
  await accessibleInEnglishToo(page);
});
