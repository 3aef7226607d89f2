import { form } from './forms';
import { enterAs } from './people';
import { accessible, accessibleInBothLanguages, at, expect, fits, test } from './place';

const TENANT = 'val-denza';
const PAGE = '/lavoro/percorsi/welfare-digitale/documento/proposte/nuova';

test.use({ story: 'drafts' });

test('sources are looked for beside a proposal, and nothing typed is lost', async ({ page }) => {
  await enterAs(page, TENANT, 'Anna Rossi');
  await accessibleInBothLanguages(page, at(TENANT, PAGE));
  await page.goto(at(TENANT, PAGE));
  await fits(page);
  const write = form(page, 'proposal-document/proposal');
  await write.locator('[name="title"]').fill('Sportelli di aiuto');
  await write.locator('[name="text"]').fill('Una persona in ogni biblioteca.');
  const contributions = page.locator('.sources details').first();
  if (!(await contributions.locator('[name="look_words"]').isVisible())) await contributions.locator('summary').first().click();
  const first = contributions.locator('[name="origins[]"]').first();
  const origin = await first.getAttribute('value');
  await first.check();
  await write.locator('[name="look_words"]').fill('biblioteca');
  // Enter looks, and saves nothing.
  await write.locator('[name="look_words"]').press('Enter');
  await expect(page).toHaveURL(/parole=biblioteca/);
  await expect(write.locator('[name="title"]')).toHaveValue('Sportelli di aiuto');
  await expect(write.locator('[name="text"]')).toHaveValue('Una persona in ogni biblioteca.');
  await expect(page.locator(`[name="origins[]"][value="${origin}"]`)).toBeChecked();
  await accessible(page);
  await page.getByRole('button', { name: 'Scarta questa bozza' }).click();
  await expect(write.locator('[name="title"]')).toHaveValue('');
});
