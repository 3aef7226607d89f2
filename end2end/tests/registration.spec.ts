import { form, press, refused } from './forms';
import { enterAs, newestMail, signIn } from './people';
import { accessible, accessibleInBothLanguages, at, expect, test } from './place';

const TENANT = 'val-denza';
const TITLE = 'Tavolo associazioni, terza sessione in collina';

test.use({ story: 'registration' });

test('a place is given, waited for, moved up to, and shown at the door', async ({ page, another, region }) => {
  test.setTimeout(150_000);
  // Three places, five people: who comes now waits behind two.
  const nora = page;
  const email = 'nora.iscritta@example.org';
  await signIn(nora, TENANT, email, '/calendario');
  await nora.goto(at(TENANT, '/calendario'));
  await nora.getByRole('link', { name: TITLE }).click();
  const meeting = new URL(nora.url()).pathname;
  const asked = form(nora, 'registrations/make');
  await asked.locator('[name="name"]').fill('');
  await asked.locator('[name="kind"]').selectOption('association');
  await asked.locator('[name="needs"]').fill('Un posto in prima fila');
  await press(asked);
  await refused(nora, 'Organizzazione');
  await expect(asked.locator('[name="needs"]')).toHaveValue('Un posto in prima fila');
  await accessible(nora);
  await asked.locator('[name="name"]').fill('Nora Iscritta');
  await asked.locator('[name="organisation"]').fill('Auser');
  await press(asked);
  await expect(nora.getByRole('status')).toContainText('lista d’attesa');
  await expect(nora.locator('[aria-labelledby="iscrizione"]')).toContainText('al numero 3');
  await accessibleInBothLanguages(nora, at(TENANT, meeting));

  // Who runs the table reads what she needs, and adds places: those who wait have them.
  const chiara = await another();
  await enterAs(chiara, TENANT, 'Chiara Lanzi', `/lavoro${meeting}/iscritti`);
  await chiara.goto(at(TENANT, `/lavoro${meeting}/iscritti`));
  await expect(chiara.locator('main')).toContainText('Un posto in prima fila');
  const window = form(chiara, 'registrations/open');
  await window.locator('[name="places"]').fill('2');
  await press(window);
  await refused(chiara, 'Posti');
  await window.locator('[name="places"]').fill('6');
  await press(window);
  await accessibleInBothLanguages(chiara, at(TENANT, `/lavoro${meeting}/iscritti`));
  const mail = await newestMail(nora, TENANT, email);
  expect(mail.subject).toContain('Si è liberato un posto');

  // She finds the code in her space, and shows it at the door.
  await nora.goto(at(TENANT, '/spazio'));
  await nora.getByRole('link', { name: 'I miei incontri' }).click();
  await accessibleInBothLanguages(nora, nora.url());
  await nora.locator('main').getByRole('link', { name: TITLE }).click();
  await expect(nora.locator('svg.qr-code')).toBeVisible();
  const code = await nora.locator('.check-in-code').innerText();
  expect(mail.body).toContain(code);
  await accessibleInBothLanguages(nora, at(TENANT, meeting));
  await region.moveTo('2022-10-14T16:00:00Z');
  await chiara.goto(at(TENANT, `/lavoro${meeting}/iscritti?codice=${code}`));
  const door = form(chiara, 'registrations/check-in').first();
  await expect(door.locator('[name="code"]')).toHaveValue(code);
  await press(door);
  await expect(chiara.getByRole('status')).toContainText('Presenza registrata');
  await accessibleInBothLanguages(chiara, at(TENANT, `/lavoro${meeting}/iscritti`));
  await chiara.goto(at(TENANT, `/lavoro${meeting}/presenze`));
  await expect(chiara.locator('main')).toContainText('Nora Iscritta');
});
