import { expect, type Locator, type Page } from '@playwright/test';

/** What is on the page is reached and used with keys alone; whatever has the focus can be seen to have it. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Goes on with the Tab key until `target` has the focus. */
  async reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 250; presses += 1) {
      if (await target.evaluate((node) => node === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
      expect(await this.unmarked(), `what has the focus without showing it on ${this.page.url()}`).toBe('');
    }
    throw new Error(`the Tab key does not reach ${target}`);
  }

  /** Reaches a link or a button and follows it. */
  async follow(target: Locator): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press('Enter');
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

  /** Reaches a date and types its digits, in the order of the browser's language. */
  async date(target: Locator, day: string): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.type(day);
  }

  /** After an action the focus is on the heading, so that reading goes on from there. */
  async atHeading(): Promise<void> {
    await expect(this.page.locator('h1')).toBeFocused();
  }

  /** After a refusal the focus is on the summary of faults; its first link leads to the field. */
  async atFaults(): Promise<void> {
    const summary = this.page.locator('#errori');
    await expect(summary).toBeFocused();
    await this.follow(summary.locator('a').first());
    await expect(this.page.locator('[aria-invalid="true"]').first()).toBeFocused();
  }

  /** What has the focus though no outline or shadow marks it; nothing, as it should be. The page itself needs no mark. */
  private async unmarked(): Promise<string> {
    return this.page.evaluate(() => {
      const node = document.activeElement;
      if (node === null || node === document.body) return '';
      const style = getComputedStyle(node);
      const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
      const box = node.getBoundingClientRect();
      const marked = (outlined || style.boxShadow !== 'none') && box.width > 0 && box.height > 0;
      return marked ? '' : node.outerHTML.slice(0, 200);
    });
  }
}
