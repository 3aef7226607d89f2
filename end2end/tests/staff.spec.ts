import { Desk } from './desk';
import { form, press, refused, send, stepForm, succeeded } from './forms';
import { enterAs, mailedLink, newestMail, signIn } from './people';
import { accessibleInBothLanguages, accessibleInEnglishToo, at, expect, test } from './place';

const TENANT = 'val-denza';
const PATH = 'biblioteche-di-valle';
const MEETING = 'Primo incontro del Tavolo sulle biblioteche';
const DELEGATE = 'nadia.ferri@voci-migranti.example';

test.use({ story: 'staff' });

test('staff start a path, hold the first meeting of its table and publish its minutes', async ({ page, another, region }) => {
  test.setTimeout(240_000);
  const admin = page;
  await enterAs(admin, TENANT, 'Marco Vezzani', '/lavoro');
  await admin.getByRole('link', { name: 'Nuovo percorso' }).click();
  await accessibleInEnglishToo(admin);
  await send(admin, 'process/create', {
    title: 'Biblioteche di valle',
    slug: PATH,
    summary: 'Come saranno le biblioteche fra cinque anni? Si decide insieme.',
    pack: 'er-lr15-2018',
    owner: { choose: 'Anna Rossi' },
  });

  // The owner is told what is missing, supplies it, and declares the path ready.
  const anna = await another();
  const desk = new Desk(anna, TENANT, PATH);
  await enterAs(anna, TENANT, 'Anna Rossi', '/lavoro');
  await anna.getByRole('link', { name: 'Biblioteche di valle' }).last().click();
  await accessibleInBothLanguages(anna, anna.url());
  await desk.press('make_ready');
  await refused(anna, 'L’atto di sospensione delle decisioni');
  await accessibleInEnglishToo(anna);
  await desk.describe();
  await desk.suspendActs();
  await desk.press('make_ready');
  await succeeded(anna);

  // The legal representative signs the notice and starts it formally.
  const giulia = await another();
  await enterAs(giulia, TENANT, 'Giulia Bonini', '/lavoro');
  const representative = new Desk(giulia, TENANT, PATH);
  await representative.press('start');
  await refused(giulia, 'La firma del legale rappresentante');
  await representative.giveNotice('2022-10-05');
  await accessibleInEnglishToo(giulia);
  await representative.press('start');
  await succeeded(giulia);

  const visitor = await another();
  await visitor.goto(at(TENANT, `/percorsi/${PATH}`));
  await expect(visitor.locator('main')).toContainText('Avvio formale');
  await expect(visitor.locator('main')).toContainText('05/07/2023');
  await accessibleInEnglishToo(visitor);

  // The table is constituted; an organisation accepts its seat.
  await desk.open('organi');
  await send(anna, 'organs/constitute', { kind: 'negotiation_table', rules: 'Si decide per **consenso**.' });
  await send(anna, 'organs/invite', {
    organisation: 'Voci Migranti',
    kind: 'association',
    category: 'nuovi cittadini',
    delegate: 'Nadia Ferri',
    email: DELEGATE,
  });
  await accessibleInEnglishToo(anna);
  const nadia = await another();
  const invitation = await mailedLink(nadia, TENANT, DELEGATE, /\/inviti\/organi\/\S+/);
  await signIn(nadia, TENANT, DELEGATE, invitation);
  await nadia.goto(at(TENANT, invitation));
  await accessibleInEnglishToo(nadia);
  await press(stepForm(nadia, 'organs/move', 'accept'));
  await succeeded(nadia);
  await desk.open('organi');
  await expect(anna.locator('li', { hasText: 'Voci Migranti' })).toContainText('Componente');

  // The first meeting: called, held, counted.
  await desk.planMeeting('Tavolo di negoziazione', MEETING);
  await desk.openMeeting(MEETING);
  await accessibleInEnglishToo(anna);
  await press(form(anna, 'meetings/convene'));
  await succeeded(anna);
  expect((await newestMail(nadia, TENANT, DELEGATE)).body).toContain('Regole del Tavolo');
  await desk.openMeeting(MEETING);
  await send(anna, 'meetings/hold', { women: '4', men: '3' });

  // Its minutes: drafted, commented by the members, approved when the days are over, published.
  await desk.openMeeting(MEETING);
  await anna.getByRole('link', { name: 'Verbale', exact: true }).click();
  await send(anna, 'minutes/write', { text: 'Il Tavolo discute gli **orari serali**.' });
  await send(anna, 'minutes/decision', { text: 'Una sera la settimana, per tre mesi di prova.' });
  await accessibleInEnglishToo(anna);
  await press(stepForm(anna, 'minutes/move', 'open_comments'));
  await succeeded(anna);
  const minutes = anna.url();
  const meeting = new URL(minutes).pathname.replace('/lavoro', '').replace('/verbale', '');

  await nadia.goto(at(TENANT, `${meeting}/verbale`));
  await accessibleInEnglishToo(nadia);
  await send(nadia, 'minutes/comment', { text: 'Manca il costo del personale.', objection: true });
  await visitor.goto(at(TENANT, meeting));
  await expect(visitor.locator('main')).not.toContainText('orari serali');

  await anna.goto(minutes);
  await press(stepForm(anna, 'minutes/move', 'approve'));
  await refused(anna, 'I componenti possono ancora commentare');
  await accessibleInEnglishToo(anna);
  await region.moveTo('2022-10-14T09:30:00Z');
  await enterAs(anna, TENANT, 'Anna Rossi', '/lavoro');
  await anna.goto(minutes);
  await expect(anna.locator('main')).toContainText('Manca il costo del personale.');
  await press(stepForm(anna, 'minutes/move', 'approve'));
  await succeeded(anna);
  await expect(form(anna, 'minutes/write')).toHaveCount(0);
  await press(stepForm(anna, 'minutes/move', 'publish'));
  await succeeded(anna);

  await visitor.goto(at(TENANT, meeting));
  await expect(visitor.locator('main .prose strong').first()).toHaveText('orari serali');
  await expect(visitor.locator('[aria-labelledby="ordine"] li')).toHaveCount(2);
  await expect(visitor.locator('main')).toContainText('Una sera la settimana, per tre mesi di prova.');
  await expect(visitor.locator('main')).toContainText('Voci Migranti');
  await expect(visitor.locator('main')).not.toContainText('Nadia Ferri');
  await accessibleInBothLanguages(visitor, at(TENANT, meeting));

  // With the map of who has a stake, nothing is missing for the proposals to open.
  await desk.press('open');
  await refused(anna, 'La mappa dei portatori di interesse condivisa');
  await desk.upload('Mappa dei portatori di interesse', 'stakeholder_map');
  await desk.press('open');
  await succeeded(anna);
});
