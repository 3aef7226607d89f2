import { Desk } from './desk';
import { form } from './forms';
import { Keyboard } from './keyboard';
import { enterAs, mailedLink } from './people';
import { accessible, accessibleInEnglishToo, at, expect, test } from './place';

const TENANT = 'val-denza';
const DELEGATE = 'monica.reverberi@val-denza.example';

test.use({ story: 'keyboard agreement' });
// Every key is a call to the browser: that takes its time.
test.describe.configure({ timeout: 180_000 });

test('with the keyboard alone, a signatory signs by the link that was mailed', async ({ page, another }) => {
  const anna = await another();
  await enterAs(anna, TENANT, 'Anna Rossi');
  await new Desk(anna, TENANT, 'welfare-digitale').sendLink('Imprese in Valle', DELEGATE);

  const keys = new Keyboard(page);
  await page.goto(at(TENANT, await mailedLink(page, TENANT, DELEGATE, /\/accordo\/\S+/)));
  const signature = form(page, 'agreements/sign');
  await keys.commit(signature, 'Firmiamo');
  await keys.atFaults();
  await accessible(page);
  await page.keyboard.type('Monica Reverberi');
  await keys.type(signature.locator('[name="capacity"]'), 'Presidente');
  await keys.commit(signature, 'Firmiamo');
  await keys.atHeading('Firma registrata');
  await keys.follow(page.getByRole('link', { name: 'Vai all’accordo' }));
  const row = page.locator('table tbody tr', { has: page.locator('th', { hasText: 'Imprese in Valle' }) });
  await expect(row).toContainText('Ha firmato');
  await accessibleInEnglishToo(page);
});
