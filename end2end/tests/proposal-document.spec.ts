import { Writing } from './writing';
import { form, press, refused, send, stepForm, succeeded } from './forms';
import { enterAs } from './people';
import { accessibleInBothLanguages, accessibleInEnglishToo, at, expect, test } from './place';

const TENANT = 'val-denza';
const PATH = 'welfare-digitale';
const TITLE = 'Un punto di aiuto digitale in ogni comune';

test.use({ story: 'proposal document' });

test('the document is composed, held back, refused, corrected, validated and sent', async ({ page, another }) => {
  test.setTimeout(240_000);
  const anna = page;
  const writing = new Writing(anna, TENANT, PATH);
  await enterAs(anna, TENANT, 'Anna Rossi');
  await writing.open();
  await accessibleInBothLanguages(anna, anna.url());
  await writing.writeSections('Scrivere a mario.bianchi@example.it per le adesioni.');
  await writing.compose(TITLE, 'Una persona, un’ora certa, un luogo per comune.');
  await accessibleInEnglishToo(anna);

  // Personal data hold it back, with their place marked, until they are gone.
  await press(stepForm(anna, 'proposal-document/move', 'send_to_table'));
  await refused(anna, 'Il testo sembra contenere dati personali');
  await expect(anna.locator('.person-mark')).toHaveText('mario.bianchi@example.it');
  await accessibleInEnglishToo(anna);
  await press(form(anna, 'proposal-document/ask-privacy-officer'));
  await succeeded(anna);
  const paolo = await another();
  await enterAs(paolo, TENANT, 'Paolo Neri', '/lavoro');
  await expect(paolo.locator('main')).toContainText('Possibili dati personali nel documento');
  await accessibleInEnglishToo(paolo);
  await writing.writeSections('Le adesioni si raccolgono in municipio.');
  await writing.passToTable();
  await writing.open();
  await press(form(anna, 'proposal-document/submit'));
  await refused(anna, 'prima si chiude la raccolta delle proposte');
  await accessibleInEnglishToo(anna);
  await writing.endCollection();
  await writing.submit();
  await expect(form(anna, 'proposal-document/sections')).toHaveCount(0);
  await accessibleInEnglishToo(anna);

  // The guarantor reads exactly what was submitted, and asks for more: with reasons alone.
  const andrea = await another();
  await enterAs(andrea, null, 'Andrea Sartori');
  await andrea.goto(at(null, '/garanzia'));
  await accessibleInBothLanguages(andrea, andrea.url());
  await andrea.getByRole('link', { name: 'Welfare e agenda digitale locale' }).first().click();
  await accessibleInEnglishToo(andrea);
  await expect(andrea.locator('main')).toContainText(TITLE);
  await press(form(andrea, 'guarantor/answer'), 'Chiedi integrazioni');
  await refused(andrea, 'Motivazione');
  await accessibleInEnglishToo(andrea);
  await send(andrea, 'guarantor/answer', { reason: 'Chiarire chi paga gli operatori.' }, 'Chiedi integrazioni');

  await writing.open();
  await expect(anna.locator('main')).toContainText('Chiarire chi paga gli operatori.');
  await writing.writeSections('Le adesioni si raccolgono in municipio. Gli operatori li paga l’Unione.');
  await writing.submit();

  // The guarantor reads it under what was asked, with what changed since marked.
  await andrea.goto(at(null, '/garanzia'));
  await andrea.getByRole('link', { name: 'Welfare e agenda digitale locale' }).first().click();
  await expect(andrea.locator('[aria-labelledby="chiesto"]')).toContainText('Chiarire chi paga gli operatori.');
  await expect(andrea.locator('[aria-labelledby="cambiato"] ins').first()).toBeVisible();
  await accessibleInEnglishToo(andrea);

  // Refused, taken back, corrected, and validated in the end.
  await writing.answer(andrea, 'Non validare', 'Il documento non dice come si decide fra le proposte.');
  await writing.open();
  await expect(anna.locator('main')).toContainText('Non validato');
  await press(stepForm(anna, 'proposal-document/move', 'rewrite'));
  await succeeded(anna);
  await writing.writeSections('Le adesioni si raccolgono in municipio. Gli operatori li paga l’Unione. Si decide per consenso.');
  await writing.passToTable();
  await writing.submit();
  await writing.answer(andrea, 'Valida');
  await accessibleInEnglishToo(andrea);

  // Every version can be compared with the one before, word by word.
  await writing.open();
  await anna.getByRole('link', { name: 'Versioni e differenze' }).click();
  await expect(anna.locator('main ins, main del').first()).toBeVisible();
  await accessibleInBothLanguages(anna, anna.url());

  // Exactly the validated file goes to the body; another is refused.
  await writing.open();
  const file = await form(anna, 'proposal-document/send').locator('[name="file"]').inputValue();
  await form(anna, 'proposal-document/send').locator('[name="file"]').fill('0'.repeat(64));
  await press(form(anna, 'proposal-document/send'));
  await refused(anna, 'Il file non è quello');
  await send(anna, 'proposal-document/send', { file });
  await press(stepForm(anna, 'proposal-document/move', 'publish'));
  await succeeded(anna);

  const visitor = await another();
  await visitor.goto(at(TENANT, `/percorsi/${PATH}/documento`));
  await expect(visitor.locator('main')).toContainText('Validato dal garante');
  const proposal = visitor.locator('#proposta-1');
  await expect(proposal).toContainText(TITLE);
  await expect(proposal.locator('ul a').first()).toBeVisible();
  await accessibleInBothLanguages(visitor, visitor.url());
  await proposal.locator('ul a').first().click();
  await expect(visitor.locator('h1')).toBeVisible();
});
