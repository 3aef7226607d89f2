import { enterAs } from './people';
import { accessible, accessibleInEnglishToo, at, expect, test } from './place';

const TENANT = 'val-denza';
const ANSWERS = '/lavoro/percorsi/welfare-digitale/risposte';

test.use({ story: 'combine' });

test('two proposals become one and are as they were again, one becomes three', async ({ page }) => {
  test.setTimeout(180_000);
  await enterAs(page, TENANT, 'Anna Rossi', ANSWERS);
  await page.goto(at(TENANT, ANSWERS));
  const row = (place: number) => page.locator('main .row-list > li').nth(place);
  const titles = [await row(0).locator('.row-title').innerText(), await row(1).locator('.row-title').innerText()];

  // One alone is not merged.
  await row(0).locator('[name="scelta"]').check();
  await page.getByRole('button', { name: 'Unisci quelle scelte' }).click();
  await expect(page.locator('main')).toContainText('Scegli almeno due proposte');
  await accessibleInEnglishToo(page);

  // Two are: they stand whole beside the text, which begins with their words and is kept when the form is refused.
  await page.goto(at(TENANT, ANSWERS));
  await row(0).locator('[name="scelta"]').check();
  await row(1).locator('[name="scelta"]').check();
  await page.getByRole('button', { name: 'Unisci quelle scelte' }).click();
  for (const title of titles) await expect(page.locator('main .row-list')).toContainText(title);
  await expect(page.locator('[name="body"]')).toHaveValue(new RegExp('^\\*\\*.*\\n\\n> '));
  const form = page.url();
  await accessibleInEnglishToo(page);
  await page.goto(form);
  await page.locator('[name="body"]').fill('Una proposta per tutti e due.');
  await page.getByRole('button', { name: 'Unisci 2 proposte' }).click();
  await expect(page.locator('[name="title"]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name="body"]')).toHaveValue('Una proposta per tutti e due.');
  await accessibleInEnglishToo(page);
  await page.locator('[name="title"]').fill('Una sola proposta');
  if ((await page.locator('[name="table"]').inputValue()) === '') await page.locator('[name="table"]').selectOption({ index: 1 });
  await page.locator('[name="reason"]').fill('Chiedono la stessa cosa.');
  await page.getByRole('button', { name: 'Unisci 2 proposte' }).click();
  await expect(page.locator('#annuncio')).toContainText('Proposte unite');
  await expect(page.locator('.story')).toContainText('Nasce da più proposte');
  const made = page.url();
  await accessibleInEnglishToo(page);
  await page.goto(made);
  await page.locator('.story').getByRole('link', { name: titles[0] }).click();
  await expect(page.locator('.story')).toContainText('Unita con altre in');
  await expect(page.locator('.story')).toContainText('Chiedono la stessa cosa.');
  await accessible(page);
  await page.locator('.story').getByRole('link', { name: 'Una sola proposta' }).click();

  // Nobody stands behind it yet: it is taken back.
  await page.locator('summary', { hasText: 'Torna alle proposte di partenza' }).click();
  await page.getByRole('button', { name: 'Torna indietro' }).click();
  await expect(page.locator('details[open] [name="reason"]')).toHaveAttribute('aria-invalid', 'true');
  await page.locator('details[open] [name="reason"]').fill('Non chiedono la stessa cosa.');
  await page.getByRole('button', { name: 'Torna indietro' }).click();
  await expect(page.locator('#annuncio')).toContainText('Sono tornate le proposte di partenza');
  await expect(row(0).locator('.row-title')).toHaveText(titles[0]);

  // One is divided into three; what was typed into a fold stays and the fold stands open.
  await row(0).getByRole('link', { name: 'Dividi in più proposte' }).click();
  await accessibleInEnglishToo(page);
  await page.locator('[name="titles[1]"]').fill('La prima cosa');
  await page.locator('[name="bodies[1]"]').fill('Che cosa chiede.');
  await page.locator('summary', { hasText: '3' }).first().click();
  await page.locator('[name="titles[3]"]').fill('La terza cosa');
  await page.getByRole('button', { name: /Dividi la proposta|Divide the proposal/ }).click();
  for (const field of ['titles[2]', 'bodies[2]', 'bodies[3]'])
    await expect(page.locator(`[name="${field}"]`)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name="titles[3]"]')).toBeVisible();
  await accessible(page);
  await page.locator('[name="titles[2]"]').fill('La seconda cosa');
  await page.locator('[name="bodies[2]"]').fill('Che cosa chiede.');
  await page.locator('[name="bodies[3]"]').fill('Che cosa chiede.');
  await page.locator('[name="reason"]').fill('Chiede tre cose.');
  await page.getByRole('button', { name: /Dividi la proposta|Divide the proposal/ }).click();
  await expect(page.locator('.story')).toContainText('La seconda cosa');
  await accessible(page);
});
