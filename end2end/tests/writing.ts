import { expect, type Page } from '@playwright/test';
import { Desk } from './desk';
import { form, press, send, stepForm, succeeded, unfold } from './forms';
import { at } from './place';

/** How the proposal document of a path is written and handed on. */
export class Writing {
  constructor(
    private readonly page: Page,
    private readonly tenant: string,
    private readonly slug: string,
    private readonly title = 'Welfare e agenda digitale locale',
  ) {}

  /** Opens the editor. */
  async open(): Promise<void> {
    await this.page.goto(at(this.tenant, `/lavoro/percorsi/${this.slug}/documento`));
  }

  /** Ends the collection: what is submitted counts every proposal. */
  async endCollection(): Promise<void> {
    const desk = new Desk(this.page, this.tenant, this.slug);
    await desk.openMeeting('Laboratorio civico');
    await send(this.page, 'meetings/cancel', { reason: 'Il Multiplo non è disponibile.' });
    await desk.press('close');
    await succeeded(this.page);
  }

  /** Fills every section that is empty, and the object of the path with these words. */
  async writeSections(object: string): Promise<void> {
    await this.open();
    const whole = form(this.page, 'proposal-document/sections');
    const names = await whole.locator('[name^="sections["]').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).name));
    for (const name of names) await whole.locator(`[name="${name}"]`).fill(name === 'sections[object]' ? object : 'Scritto con il Tavolo di negoziazione.');
    await press(whole);
    await succeeded(this.page);
  }

  /** Composes a proposal from the first two sources on offer. */
  async compose(title: string, text: string): Promise<void> {
    await this.open();
    await this.page.getByRole('link', { name: 'Aggiungi una proposta' }).click();
    const sources = this.page.locator('[name="origins[]"]');
    for (const place of [0, 1]) {
      await unfold(sources.nth(place));
      await sources.nth(place).check();
    }
    await send(this.page, 'proposal-document/proposal', { title, text, competence: 'Unione Val d’Enza', cost: '15.000,00' });
    await expect(this.page.locator('main')).toContainText(title);
  }

  /** Passes the document to the table, and records its opinion. */
  async passToTable(): Promise<void> {
    await this.open();
    await press(stepForm(this.page, 'proposal-document/move', 'send_to_table'));
    await succeeded(this.page);
    await send(this.page, 'proposal-document/opinion', { verdict: 'favourable', on: '2022-10-05', notes: 'Nessun dissenso.' });
  }

  /** Sends the document to the guarantor. */
  async submit(): Promise<void> {
    await this.open();
    await send(this.page, 'proposal-document/submit');
    await expect(this.page.locator('main')).toContainText('Dal garante');
  }

  /** Sends the body the file that was validated. */
  async sendToBody(): Promise<void> {
    await this.open();
    await send(this.page, 'proposal-document/send');
  }

  /** Answers the newest submission, from the guarantor's queue. */
  async answer(guarantor: Page, button: string, reason = ''): Promise<void> {
    await guarantor.goto(at(null, '/garanzia'));
    await guarantor.getByRole('link', { name: this.title }).first().click();
    await send(guarantor, 'guarantor/answer', { reason }, button);
  }
}
