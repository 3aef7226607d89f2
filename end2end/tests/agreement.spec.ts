import { Desk } from './desk';
import { form, pdf, press, refused, send, succeeded } from './forms';
import { enterAs, mailedLink } from './people';
import { accessibleInBothLanguages, accessibleInEnglishToo, at, expect, test, type Page } from './place';

const TENANT = 'val-denza';
const PATH = 'welfare-digitale';
const AGREEMENT = `/percorsi/${PATH}/accordo`;

/** Who signs on the platform: organisation, address, person, capacity. */
const SIGNERS = [
  ['Unione Val d’Enza', 'giulia.bonini@val-denza.example', 'Giulia Bonini', 'Presidente'],
  ['Cooperativa sociale Il Gelso', 'rita.camellini@val-denza.example', 'Rita Camellini', 'Presidente della cooperativa'],
  ['Rete delle scuole della valle', 'stefano.gandolfi@val-denza.example', 'Stefano Gandolfi', 'Dirigente'],
] as const;

test.use({ story: 'agreement' });

/** Opens the newest link that was mailed to a party, as its delegate does, without an account. */
async function follow(page: Page, email: string): Promise<string> {
  const link = await mailedLink(page, TENANT, email, /\/accordo\/\S+/);
  await page.goto(at(TENANT, link));
  await expect(page.locator('h1')).toHaveText('Accordo da firmare');
  return link;
}

/** The row of an organisation among the parties that everybody sees. */
function party(page: Page, organisation: string | RegExp) {
  return page.locator('table tbody tr', { has: page.locator('th', { hasText: organisation }) });
}

test('five parties answer one text: three sign, one sends its signed file, one declines', async ({ page, another }) => {
  test.setTimeout(180_000);
  const anna = page;
  const desk = new Desk(anna, TENANT, PATH);
  await enterAs(anna, TENANT, 'Anna Rossi');
  await desk.open('accordo');
  await accessibleInBothLanguages(anna, anna.url());
  const text = await form(anna, 'agreements/write').locator('[name="text"]').inputValue();
  await send(anna, 'agreements/write', { text: `${text}\n\n## Articolo 6. Sale civiche\n\nOgni parte ospita un incontro.` });
  await expect(anna.locator('#annuncio')).toContainText('deve firmare ancora');

  // Who had signed got a new link by itself; who had not answered gets one from the owner.
  await desk.sendLink('Imprese in Valle', 'monica.reverberi@val-denza.example');
  await desk.sendLink('Coordinamento volontari', 'volontari@val-denza.example');

  const delegate = await another();
  for (const [, email, name, capacity] of SIGNERS) {
    const link = await follow(delegate, email);
    await expect(delegate.locator('main')).toContainText('Articolo 6. Sale civiche');
    await fillAndSign(delegate, name, capacity);
    await delegate.goto(at(TENANT, link));
    await expect(delegate.locator('#risposta')).toContainText('avete firmato');
  }

  await follow(delegate, 'monica.reverberi@val-denza.example');
  await accessibleInBothLanguages(delegate, delegate.url());
  await press(form(delegate, 'agreements/file'));
  await refused(delegate);
  await accessibleInEnglishToo(delegate);
  await send(delegate, 'agreements/file', { file: pdf('accordo-firmato.pdf'), signer: 'Monica Reverberi', capacity: 'Presidente' });

  await follow(delegate, 'volontari@val-denza.example');
  await delegate.getByText('Rispondere che declinate').click();
  await press(form(delegate, 'agreements/decline'));
  await succeeded(delegate);

  // Who signed what is public by organisation; no name of a person is.
  const visitor = await another();
  await visitor.goto(at(TENANT, AGREEMENT));
  for (const [organisation] of SIGNERS) {
    const row = party(visitor, organisation.replace('’', "'"));
    await expect(row).toContainText('Ha firmato');
    await expect(row).toContainText('2');
  }
  await expect(party(visitor, 'Imprese in Valle')).toContainText('File ricevuto, firma non verificata');
  await expect(party(visitor, 'Coordinamento volontari')).toContainText('Ha declinato');
  await expect(visitor.locator('main')).toContainText('L’accordo è valido.');
  for (const name of ['Bonini', 'Camellini', 'Gandolfi', 'Reverberi']) await expect(visitor.locator('main')).not.toContainText(name);
  await accessibleInBothLanguages(visitor, at(TENANT, AGREEMENT));
});

async function fillAndSign(page: Page, name: string, capacity: string): Promise<void> {
  const whole = form(page, 'agreements/sign');
  await whole.locator('[name="signer"]').fill('');
  await press(whole);
  await refused(page);
  await expect(form(page, 'agreements/sign').locator('[name="signer"]')).toHaveAttribute('aria-invalid', 'true');
  await send(page, 'agreements/sign', { signer: name, capacity });
}
