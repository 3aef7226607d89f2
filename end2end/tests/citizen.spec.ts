import { enterAs, signIn } from './people';
import { accessible, accessibleInBothLanguages, accessibleInEnglishToo, at, expect, test, type Page } from './place';

/** Writes a proposal and comes out on its page. */
async function propose(page: Page, title: string): Promise<string> {
  await page.goto(at('val-denza', '/proposte'));
  await page.getByRole('link', { name: 'Fai una proposta' }).first().click();
  await page.getByLabel('Tavolo').selectOption({ label: 'Tavolo scuole' });
  await page.locator('[name="title"]').fill(title);
  await page.locator('[name="body"]').fill('Un **pomeriggio** la settimana, aperto a tutti.\n\n- con un volontario\n- senza prenotare');
  // Who never took part here says once how old they are.
  const born = page.locator('[name="born"]');
  if ((await born.count()) > 0) await born.fill('1984-05-17');
  await page.getByRole('button', { name: 'Pubblica la proposta' }).click();
  // What may say the same is shown before; with how many words it agrees hangs on who proposed before.
  await expect(page.locator('h1')).toHaveText(new RegExp(`^(${title.replace(/[()]/g, '\\$&')}|È una di queste\\?)$`));
  const although = page.getByRole('button', { name: 'Pubblica comunque' });
  if ((await although.count()) > 0) {
    await accessible(page);
    await although.click();
  }
  await expect(page.locator('h1')).toHaveText(title);
  return new URL(page.url()).pathname;
}

test('a citizen signs in by mail, proposes, comments; another supports; the owner answers', async ({ page, another }, info) => {
  test.setTimeout(120_000);
  const title = `Pomeriggi aperti in biblioteca (${info.project.name})`;
  await signIn(page, 'val-denza', `cittadina-${info.project.name}@example.org`);
  const path = await propose(page, title);
  await expect(page.locator('.prose strong')).toHaveText('pomeriggio');
  await page.locator('form[action*="contributions/comment"] [name="body"]').fill('Porto io la merenda.');
  await page.getByRole('button', { name: 'Commenta' }).click();
  await expect(page.locator('.comment-list')).toContainText('Porto io la merenda.');
  await accessibleInEnglishToo(page);

  const other = await another();
  await enterAs(other, 'val-denza', 'Karim Haddad', path);
  await other.goto(at('val-denza', path));
  const support = other.locator('form[action*="contributions/support"]').first();
  await expect(support).toContainText('0');
  await support.locator('button').click();
  await expect(other.locator('form[action*="contributions/support"]').first()).toContainText('1');

  const staff = await another();
  await enterAs(staff, 'val-denza', 'Anna Rossi');
  await staff.goto(at('val-denza', '/lavoro/percorsi/welfare-digitale/risposte'));
  // The oldest wait on top, the newest on the last page: it is found by its words.
  await staff.getByLabel('Parole').fill('pomeriggi aperti in biblioteca');
  await staff.getByRole('button', { name: 'Filtra' }).click();
  await accessibleInEnglishToo(staff);
  const item = staff.locator('li', { has: staff.locator('[name="evaluation"]'), hasText: title });
  await item.locator('[name="evaluation"]').selectOption('partly_accepted');
  await item.locator('[name="reason"]').fill('Si comincia da una biblioteca, poi si vedrà.');
  await item.getByRole('button', { name: 'Pubblica la risposta' }).click();
  await expect(staff.locator('#annuncio')).toContainText('Risposta pubblicata');

  await page.goto(at('val-denza', path));
  await expect(page.locator('main')).toContainText('Accolta in parte');
  await expect(page.locator('main')).toContainText('Si comincia da una biblioteca, poi si vedrà.');
  await accessibleInBothLanguages(page, at('val-denza', '/spazio'));
  await expect(page.locator('main')).toContainText(title);

  // Who sits down next reads nothing of hers by going back.
  await page.goto(at('val-denza', '/spazio'));
  await page.locator('form[action*="people/sign-out"] button').click();
  await expect(page.locator('.site-person').getByRole('link', { name: 'Accedi' })).toBeVisible();
  await page.goBack();
  await expect(page.locator('main')).not.toContainText(title);
});

test('a proposal without a title is refused beside its field and keeps what was typed', async ({ page }) => {
  await enterAs(page, 'val-denza', 'Paola Gualdi');
  await page.goto(at('val-denza', '/proposte/nuova'));
  const typed = '</textarea><script>alert(1)</script> testo';
  await page.locator('[name="body"]').fill(typed);
  await page.getByRole('button', { name: 'Pubblica la proposta' }).click();
  await expect(page.locator('[name="title"]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name="body"]')).toHaveValue(typed);
  await expect(page.locator('#errori a').first()).toBeVisible();
  await accessibleInEnglishToo(page);
});
