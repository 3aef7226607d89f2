import { form, press, refused, send, stepForm, succeeded } from './forms';
import { enterAs } from './people';
import { accessibleInBothLanguages, accessibleInEnglishToo, at, expect, speak, test } from './place';
import { Writing } from './writing';

const TENANT = 'val-denza';
const PATH = 'welfare-digitale';
const NOTE = 'Le ore di aiuto vanno pagate.';

test.use({ story: 'table vote' });

test('the organisations of the table vote on the document, and everybody reads how many', async ({ page, another }) => {
  test.setTimeout(240_000);
  const anna = page;
  const writing = new Writing(anna, TENANT, PATH);
  await enterAs(anna, TENANT, 'Anna Rossi');
  await writing.writeSections('Le adesioni si raccolgono in municipio.');
  await writing.compose('Un punto di aiuto in ogni comune', 'Una persona e un’ora certa.');
  await writing.open();
  await press(stepForm(anna, 'proposal-document/move', 'send_to_table'));
  await succeeded(anna);
  const votes = anna.locator('[aria-labelledby="voti"]');
  await expect(votes).toContainText('Non hanno ancora votato questo testo');
  await expect(form(anna, 'proposal-document/vote')).toHaveCount(0);

  // A delegate is told that the table waits, reads the document and votes; a vote says what it is.
  const rita = await another();
  await enterAs(rita, TENANT, 'Rita Camellini', '/spazio');
  await accessibleInBothLanguages(rita, at(TENANT, '/spazio'));
  await rita.getByRole('link', { name: 'Vota il documento di proposta' }).click();
  await expect(rita.locator('main')).toContainText('Una persona e un’ora certa.');
  await accessibleInBothLanguages(rita, rita.url());
  const ballot = form(rita, 'proposal-document/vote');
  await ballot.locator('[name="note"]').fill(NOTE);
  await press(ballot);
  await refused(rita, 'Voto');
  await expect(ballot.locator('[name="note"]')).toHaveValue(NOTE);
  await accessibleInEnglishToo(rita);
  await send(rita, 'proposal-document/vote', { choice: 'favourable', note: NOTE });
  await expect(rita.locator('[aria-labelledby="voti"]')).toContainText('1 favorevole, 0 contrari, 0 astenuti');

  // Another votes, then changes the vote: the last one counts.
  const stefano = await another();
  await enterAs(stefano, TENANT, 'Stefano Gandolfi', '/spazio');
  await stefano.getByRole('link', { name: 'Vota il documento di proposta' }).click();
  await send(stefano, 'proposal-document/vote', { choice: 'contrary' });
  await send(stefano, 'proposal-document/vote', { choice: 'abstained' });
  await accessibleInEnglishToo(stefano);

  // The owner reads who voted what and why, and who did not.
  await writing.open();
  await expect(votes).toContainText('1 favorevole, 0 contrari, 1 astenuto');
  await expect(votes.locator('li', { hasText: 'Cooperativa sociale Il Gelso' })).toContainText(NOTE);
  await expect(votes.locator('li', { hasText: 'Rete delle scuole della valle' })).toContainText('Astenuto');
  await expect(votes.locator('p', { hasText: 'Non hanno ancora votato' })).not.toContainText('Il Gelso');
  await accessibleInBothLanguages(anna, anna.url());

  // Of another text the votes say nothing: they are kept, and asked again.
  await press(stepForm(anna, 'proposal-document/move', 'rewrite'));
  await succeeded(anna);
  await writing.writeSections('Le adesioni si raccolgono in municipio; le ore di aiuto si pagano.');
  await writing.open();
  await press(stepForm(anna, 'proposal-document/move', 'send_to_table'));
  await succeeded(anna);
  await expect(votes.locator('li', { hasText: 'su un testo precedente' })).toHaveCount(2);
  await expect(votes).not.toContainText('1 favorevole');
  await accessibleInEnglishToo(anna);
  await rita.goto(at(TENANT, '/spazio'));
  await rita.getByRole('link', { name: 'Vota il documento di proposta' }).click();
  await send(rita, 'proposal-document/vote', { choice: 'favourable', note: NOTE });

  // Once it is sent nobody votes any more, and everybody reads how many voted what: not who, nor why.
  const visitor = await another();
  const hidden = await visitor.goto(at(TENANT, `/percorsi/${PATH}/documento`));
  expect(hidden?.status()).toBe(404);
  await send(anna, 'proposal-document/opinion', { verdict: 'favourable', on: '2022-10-05', notes: 'Un voto su dodici.' });
  await speak(anna, anna.url(), 'en');
  await expect(anna.locator('[aria-labelledby="parere"] dd[lang="it"]')).toHaveText('Un voto su dodici.');
  await speak(anna, anna.url(), 'it');
  await writing.endCollection();
  await writing.submit();
  await rita.reload();
  await expect(form(rita, 'proposal-document/vote')).toHaveCount(0);
  const andrea = await another();
  await enterAs(andrea, null, 'Andrea Sartori');
  await writing.answer(andrea, 'Valida');
  await writing.sendToBody();
  await visitor.reload();
  const facts = visitor.locator('main dl').first();
  await expect(facts).toContainText('1 favorevole, 0 contrari, 0 astenuti');
  await expect(visitor.locator('main')).not.toContainText(NOTE);
  await expect(facts).not.toContainText('Il Gelso');
  await accessibleInBothLanguages(visitor, visitor.url());
});
