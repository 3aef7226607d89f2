import { expect, type Locator, type Page } from '@playwright/test';
import { stop, type Stop } from './focus';
import { finalButton, type PickedFile } from './forms';
import { at } from './place';

type Way = 'Tab' | 'Shift+Tab';

/** What is on the page is reached and used with keys alone; whatever has the focus can be seen to have it. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Signs in as one of the demo's people, whose button is reached in the list. */
  async enterAs(slug: string | null, name: string, then = '/'): Promise<void> {
    await this.page.goto(at(slug, `/accedi?dopo=${encodeURIComponent(then)}`));
    await this.follow(this.page.locator('.demo-people').getByRole('button', { name, exact: true }).first());
    await expect(this.page.locator('form[action*="sign-out"]')).toBeVisible();
  }

  /** From the first page of staff, or from another of its rooms, to a room of a path. */
  async enterRoom(path: string, room: string): Promise<void> {
    await this.follow(this.page.locator('[aria-labelledby="percorsi"], .breadcrumb').getByRole('link', { name: path, exact: true }));
    await this.follow(this.page.locator('[aria-labelledby="parti"]').getByRole('link', { name: room, exact: true }));
  }

  /** Opens a page from the main menu. */
  async choosePage(words: string): Promise<void> {
    await this.follow(this.page.locator('.site-nav').getByRole('link', { name: words, exact: true }));
  }

  /** From the first page of staff, opens a page of work that belongs to no path. */
  async chooseOffice(words: string): Promise<void> {
    await this.follow(this.page.locator('main nav').getByRole('link', { name: words, exact: true }));
  }

  /** Goes on with the Tab key until `target` has the focus; every stop on the way can be seen. */
  async reach(target: Locator, way: Way = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    let before: Stop | null | undefined;
    for (let presses = 0; presses < 400; presses += 1) {
      if (await target.evaluate((node) => node === document.activeElement)) return;
      await this.page.keyboard.press(way);
      const reached = await stop(this.page);
      // Nothing has the focus only past the last stop: the next one is the first of the page.
      if (before === null) expect(reached?.markup, `where the focus was lost on ${this.page.url()}`).toContain('href="#contenuto"');
      expect(reached?.hidden ?? '', `${reached?.markup} on ${this.page.url()}`).toBe('');
      before = reached;
    }
    throw new Error(`the ${way} key does not reach ${target}`);
  }

  /** Reaches a link or a button and follows it. */
  async follow(target: Locator, way: Way = 'Tab'): Promise<void> {
    await this.reach(target, way);
    await this.page.keyboard.press('Enter');
  }

  /** Reaches a button that first says what will be lost, reads on, and presses it. */
  async commit(form: Locator, words: string): Promise<void> {
    const final = finalButton(form, words);
    if ((await final.getAttribute('open')) === null) await this.follow(final.locator('summary'));
    await this.follow(final.locator('button'));
  }

  /** Reaches a field and replaces what it holds. */
  async type(target: Locator, words: string): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(words);
  }

  /** Reaches a choice and takes the option that begins with these letters. */
  async choose(target: Locator, words: string): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.type(words);
    await expect(target.locator('option:checked')).toHaveText(new RegExp(`^${words}`));
  }

  /** Reaches a date, as in `2022-10-05`, and types its digits in whichever order the browser asks for them. */
  async date(target: Locator, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    await this.reach(target);
    for (const digits of [date + month + year, month + date + year]) {
      for (const key of ['ArrowLeft', 'ArrowLeft', ...digits]) await this.page.keyboard.press(key);
      if ((await target.inputValue()) === day) return;
    }
    throw new Error(`${day} cannot be typed into ${target}`);
  }

  /** Reaches a tick and sets it. */
  async tick(target: Locator): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press('Space');
    await expect(target).toBeChecked();
  }

  /** Reaches the words of a fold and opens it. */
  async unfold(summary: Locator): Promise<void> {
    await this.follow(summary);
    await expect(summary.locator('xpath=..')).toHaveAttribute('open');
  }

  /** Reaches a file's field, opens the browser's chooser with a key and picks the file there. */
  async pick(target: Locator, file: PickedFile): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.follow(target)]);
    await chooser.setFiles(file);
  }

  /** After an action the focus is on the heading, so that reading goes on from there; what became of it is said. */
  async atHeading(said?: string): Promise<void> {
    await expect(this.page.locator('h1')).toBeFocused();
    if (said !== undefined) await expect(this.page.locator('#annuncio')).toContainText(said);
  }

  /** After a refusal the focus is on the summary of faults; its first link leads to the field. */
  async atFaults(field = this.page.locator('[aria-invalid="true"]').first()): Promise<void> {
    const summary = this.page.locator('#errori');
    await expect(summary).toBeFocused();
    await this.follow(summary.locator('a').first());
    await expect(field).toBeFocused();
    expect((await stop(this.page))?.hidden, `the faulty field on ${this.page.url()}`).toBe('');
  }
}
