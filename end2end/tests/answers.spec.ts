import { enterAs, signIn } from './people';
import { accessible, accessibleInEnglishToo, at, expect, test } from './place';

const TENANT = 'val-denza';
const ANSWERS = '/lavoro/percorsi/welfare-digitale/risposte';

test.use({ story: 'answers' });

test('comments are answered in threads, first words wait for a moderator, several proposals get one answer', async ({ page, another }, info) => {
  test.setTimeout(180_000);
  const anna = page;
  await enterAs(anna, TENANT, 'Anna Rossi');
  await anna.goto(at(TENANT, '/proposte?percorso=welfare-digitale'));
  await anna.locator('.row-list .row-title a').first().click();
  const path = new URL(anna.url()).pathname;

  // An administrator wants first words read before everybody reads them.
  const admin = await another();
  await enterAs(admin, TENANT, 'Marco Vezzani', '/lavoro/impostazioni');
  await admin.goto(at(TENANT, '/lavoro/impostazioni'));
  await admin.locator('[name="held"]').check();
  await admin.locator('form[action*="settings/first-held"] button').click();
  await expect(admin.locator('[name="held"]')).toBeChecked();
  await accessibleInEnglishToo(admin);

  // Somebody new comments: they see it, nobody else does.
  const words = `Ci penso io (${info.project.name}).`;
  const newcomer = await another();
  await signIn(newcomer, TENANT, `nuova-${info.project.name}@example.org`);
  await newcomer.goto(at(TENANT, path));
  const form = newcomer.locator('form[action*="contributions/comment"]').last();
  await form.locator('[name="body"]').fill(words);
  const born = form.locator('[name="born"]');
  if ((await born.count()) > 0) await born.fill('1984-05-17');
  await form.getByRole('button', { name: 'Commenta' }).click();
  const own = newcomer.locator('.comment-list li', { hasText: words }).first();
  await expect(own).toContainText('In attesa di controllo');
  await accessibleInEnglishToo(newcomer);
  const reader = await another();
  await reader.goto(at(TENANT, path));
  await expect(reader.locator('main')).not.toContainText(words);

  // The moderator finds it in the queue and lets it through.
  const moderator = await another();
  await enterAs(moderator, TENANT, 'Sara Tognoni', '/lavoro/moderazione');
  await moderator.goto(at(TENANT, '/lavoro/moderazione'));
  while ((await moderator.locator('.queue-item', { hasText: words }).count()) === 0)
    await moderator.locator('#testo-successivo').click();
  await expect(moderator.locator('.queue-item')).toContainText('persona nuova');
  await accessibleInEnglishToo(moderator);
  await moderator.getByRole('button', { name: 'Pubblica questo testo' }).click();
  await expect(moderator.locator('#annuncio')).toContainText('Testo pubblicato');

  // Now everybody reads it, and somebody answers in the thread; the answer to the answer stays there.
  await anna.goto(at(TENANT, `${path}?ordine=recenti`));
  for (const said of ['Grazie, a che ora?', 'E dove?']) {
    const last = anna.locator('.comment-list > li', { hasText: words }).locator('details', { hasText: 'Rispondi' }).last();
    await last.locator('summary').click();
    await last.getByRole('button', { name: 'Rispondi' }).click();
    const refused = anna.locator('.comment-list > li', { hasText: words }).locator('details[open]');
    await expect(refused.locator('[name="body"]')).toHaveAttribute('aria-invalid', 'true');
    await refused.locator('[name="body"]').fill(said);
    await refused.getByRole('button', { name: 'Rispondi' }).click();
    await expect(anna.locator('.comment-list > li', { hasText: words }).locator('.comment-replies')).toContainText(said);
    await anna.goto(at(TENANT, `${path}?ordine=recenti`));
  }
  await expect(anna.locator('.comment-list > li', { hasText: words }).locator('.comment-replies > li')).toHaveCount(2);
  await expect(anna.locator('.comment-replies .comment-replies')).toHaveCount(0);
  await accessible(anna);

  // Two proposals get the same answer.
  await anna.goto(at(TENANT, ANSWERS));
  const before = await anna.locator('[name="scelta"]').count();
  await anna.locator('[name="scelta"]').nth(0).check();
  await anna.locator('[name="scelta"]').nth(1).check();
  await accessibleInEnglishToo(anna);
  await anna.goto(at(TENANT, ANSWERS));
  const titles = [0, 1].map((place) => anna.locator('.row-list .row-title a').nth(place).innerText());
  await anna.locator('[name="scelta"]').nth(0).check();
  await anna.locator('[name="scelta"]').nth(1).check();
  await anna.getByRole('button', { name: 'Rispondi insieme a quelle scelte' }).click();
  await expect(anna.locator('main')).toContainText('2 proposte ricevono questa risposta');
  for (const title of await Promise.all(titles)) await expect(anna.locator('.row-list')).toContainText(title);
  await anna.locator('[name="evaluation"]').selectOption('out_of_scope');
  await anna.getByRole('button', { name: 'Pubblica la risposta per 2 proposte' }).click();
  await expect(anna.locator('[name="reason"]')).toHaveAttribute('aria-invalid', 'true');
  await accessibleInEnglishToo(anna);
  await anna.locator('[name="reason"]').fill('Se ne occupa un altro ente.');
  await anna.getByRole('button', { name: 'Pubblica la risposta per 2 proposte' }).click();
  await expect(anna.locator('#annuncio')).toContainText('Risposte pubblicate');
  expect(before).toBeGreaterThan(1);
});
