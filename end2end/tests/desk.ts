import { expect, type Page } from '@playwright/test';
import { fill, form, pdf, press, send, stepForm, succeeded } from './forms';
import { at } from './place';

/** What staff do to one path, each from the page where it is done. */
export class Desk {
  constructor(
    private readonly page: Page,
    private readonly tenant: string,
    private readonly slug: string,
  ) {}

  /** Opens the workspace of the path, or a room of it. */
  async open(room = ''): Promise<void> {
    await this.page.goto(at(this.tenant, `/lavoro/percorsi/${this.slug}${room === '' ? '' : `/${room}`}`));
  }

  /** Presses the button of a step, in the workspace. */
  async press(step: string): Promise<void> {
    await this.open();
    await press(stepForm(this.page, 'process/step', step));
  }

  /** Writes what the sheet needs before the path can be ready. */
  async describe(): Promise<void> {
    await this.open('scheda');
    await send(this.page, 'process/sheet', {
      object: 'Come devono essere le biblioteche della valle fra cinque anni',
      decision_body: 'Unione Val d’Enza',
      phases: 'Condivisione, apertura, chiusura',
      staff: 'Ufficio di Piano',
    });
    await this.open('tempi');
    await send(this.page, 'process/times', { duration: '9', contributions_close: '2023-04-30' });
  }

  /** Registers the act by which decisions wait for the path. */
  async suspendActs(): Promise<void> {
    await this.open('atti');
    await send(this.page, 'process/act', {
      kind: 'suspension_act',
      body: 'Giunta dell’Unione',
      number: '88',
      date: '2022-09-29',
      subject: 'Sospensione degli atti sulle biblioteche',
    });
  }

  /** Writes and signs the notice of the formal start, as the legal representative. */
  async giveNotice(date: string): Promise<void> {
    await this.open('avvio');
    await send(this.page, 'process/start-notice', {
      action: 'Primo incontro del Tavolo di negoziazione',
      link: 'https://val-denza.example/biblioteche',
      date,
      signed: true,
    });
  }

  /** Files a paper of the path, for everybody. */
  async upload(title: string, kind: string): Promise<void> {
    await this.open('documenti');
    await send(this.page, 'documents/upload', { file: pdf(`${kind}.pdf`), title, kind, visibility: 'public' });
    await expect(this.page.locator('main')).toContainText(title);
  }

  /** Sends a party of the agreement a new link. */
  async sendLink(organisation: string, email: string): Promise<void> {
    await this.open('accordo');
    const link = form(this.page.locator('.row-list > li', { hasText: organisation }), 'agreements/send-link');
    await fill(link, { email });
    await press(link);
    await succeeded(this.page);
  }

  /** Plans a meeting of an organ for the evening of the first day. */
  async planMeeting(of: string, title: string): Promise<void> {
    await this.open('incontri');
    await send(this.page, 'meetings/plan', {
      of: { choose: of },
      title,
      date: '2022-10-05',
      time: '18:00',
      mode: 'in_person',
      place: 'Biblioteca di Cavriago',
      agenda: 'Regole del Tavolo\nOrari delle biblioteche',
    });
  }

  /** Opens a meeting of the path where it is run. */
  async openMeeting(title: string): Promise<void> {
    await this.open('incontri');
    await this.page.getByRole('link', { name: title }).first().click();
    await expect(this.page.locator('h1')).toHaveText(title);
  }
}
