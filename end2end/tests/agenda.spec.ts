import { form, press, refused, send } from './forms';
import { enterAs } from './people';
import { accessibleInBothLanguages, accessibleInEnglishToo, at, expect, test } from './place';

const TENANT = 'valnure-valchero';
const TITLE = 'Ogni anno 25.000 euro decisi dai residenti';

test.use({ story: 'agenda' });

test('what was accepted in part becomes an action, and everybody reads how far it is', async ({ page, another }) => {
  test.setTimeout(180_000);
  const enrico = page;
  await enterAs(enrico, TENANT, 'Enrico Passera', '/lavoro');
  await enrico.goto(at(TENANT, '/lavoro/percorsi/digitale-bene-comune/esito'));
  await accessibleInBothLanguages(enrico, enrico.url());
  await send(enrico, 'action-sheets/make');
  await expect(enrico.locator('h1')).toHaveText(TITLE);
  await accessibleInEnglishToo(enrico);
  const action = new URL(enrico.url()).pathname;

  // Who keeps the action says what happened; giving it up asks for a reason.
  const lia = await another();
  await enterAs(lia, TENANT, 'Lia Barbieri', '/lavoro');
  await lia.goto(at(TENANT, action));
  await accessibleInBothLanguages(lia, lia.url());
  await press(form(lia, 'action-sheets/move'));
  await refused(lia, 'Che cosa è successo');
  await accessibleInEnglishToo(lia);
  await form(lia, 'action-sheets/move').locator('[name="step"]').selectOption('abandon');
  await press(form(lia, 'action-sheets/move'));
  await refused(lia, 'Motivo');
  await accessibleInEnglishToo(lia);
  await send(lia, 'action-sheets/move', { step: 'programme', reason: 'Nel bilancio del 2023.' });
  await accessibleInEnglishToo(lia);

  // A citizen finds it among the actions, goes back to who asked for it, and reads there how far it is.
  const visitor = await another();
  await visitor.goto(at(TENANT));
  await visitor.locator('.site-nav a[href="/azioni"]').click();
  await accessibleInBothLanguages(visitor, visitor.url());
  await visitor.getByLabel('Situazione').selectOption('programmed');
  await visitor.locator('.filters button[type="submit"]').click();
  await visitor.getByRole('link', { name: TITLE, exact: true }).click();
  await expect(visitor.locator('main')).toContainText('Nel bilancio del 2023.');
  await accessibleInBothLanguages(visitor, at(TENANT, action));
  await visitor.locator('main a[href^="/proposte/"]').first().click();
  const story = visitor.locator('ol.story');
  await expect(story).toContainText('Accolta in parte');
  await expect(story.locator(`a[href="${action}"]`)).toContainText('A che punto è: Programmata, non ancora avviata');
  await expect(story).not.toContainText('per quello che viene accolto');
  await accessibleInBothLanguages(visitor, visitor.url());
});
