import { type Page } from '@playwright/test';

/** What is drawn in the window, in its pixels. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where the keyboard stands on a page. */
export interface Stop {
  /** The element, cut short. */
  markup: string;
  /** Why nobody could see that it has the focus; nothing, as it should be. */
  hidden: string;
  /** It had the focus before: a date has several stops, a page goes round. */
  again: boolean;
  /** Its first line and its last one, from the top of the page. */
  first: Box;
  last: Box;
}

/** What has the focus; `null` where only the page itself has it. */
export async function stop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const node = document.activeElement;
    if (node === null || node === document.body) return null;
    const brightness = (colour: string): number => {
      const parts = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => Number(part) / 255);
      const [red = 0, green = 0, blue = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const style = getComputedStyle(node);
    const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? [style.outlineColor] : [];
    const around = style.boxShadow.split(/,(?![^(]*\))/).filter((shadow) => shadow.includes('rgb') && !shadow.includes('inset'));
    const rings = [...outline, ...around].map(brightness);
    const lines = [...node.getClientRects()].filter((line) => line.width > 0 && line.height > 0);
    const [first = new DOMRect(), last = first] = [lines[0], lines[lines.length - 1]];
    const above = document.elementFromPoint((first.left + first.right) / 2, (Math.max(first.top, 0) + Math.min(first.bottom, innerHeight)) / 2);
    const faults = {
      'has no size': first.width === 0 || first.height === 0,
      // Two colours far enough apart are seen on whatever ground the element stands.
      'has no ring of two colours': rings.length < 2 || (Math.max(...rings) + 0.05) / (Math.min(...rings) + 0.05) < 3,
      'is outside the window or under something': above === null || !(node.contains(above) || above.contains(node)),
    };
    const hidden = Object.entries(faults).filter(([, fault]) => fault).map(([why]) => why).join(', ');
    const again = Reflect.get(node, 'reached') === true;
    Reflect.set(node, 'reached', true);
    const onPage = ({ left, top, right, bottom }: DOMRect) => ({ left, right, top: top + scrollY, bottom: bottom + scrollY });
    return { markup: node.outerHTML.slice(0, 200), hidden, again, first: onPage(first), last: onPage(last) };
  });
}

/** Whether `to` is read before `from`: above it and not in a column at its right, or before it on the same line. */
function goesBack(from: Box, to: Box): boolean {
  const above = to.bottom <= from.top + 1 && to.left < from.right;
  const shared = Math.min(from.bottom, to.bottom) - Math.max(from.top, to.top);
  const beside = shared > Math.min(from.bottom - from.top, to.bottom - to.top) / 2;
  return above || (beside && to.right <= from.left + 1);
}

/** Goes once through the page, opened anew with all its folds; a line for each thing in the way of who has no mouse. */
export async function walk(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.reload();
  const most = await page.evaluate(() => {
    document.querySelectorAll('details').forEach((fold) => fold.setAttribute('open', ''));
    return document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]').length * 4 + 10;
  });
  let before: Stop | null = null;
  let presses = 0;
  for (; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const here = await stop(page);
    if (here === null) break;
    if (here.again) continue;
    if (here.hidden !== '') faults.push(`${here.hidden}: ${here.markup}`);
    if (before !== null && goesBack(before.last, here.first)) faults.push(`comes before what was reached before it: ${here.markup}`);
    before = here;
  }
  if (presses === most) faults.push('the Tab key never leaves the page');
  return [...faults, ...(await missed(page))];
}

/** What can be used and was not reached, and what says itself when it is reached. */
async function missed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seen = (node: Element) => node.checkVisibility({ visibilityProperty: true }) && !node.matches(':disabled');
    const usable = [...document.querySelectorAll('a[href], button, input:not([type="hidden"]), select, textarea, summary')].filter(seen);
    // Of radio buttons of one name the Tab key reaches one; the arrows reach the others.
    const group = (node: Element) => (node.matches('[type="radio"]') ? usable.filter((other) => other.matches('[type="radio"]') && sameGroup(node, other)) : [node]);
    const sameGroup = (one: Element, other: Element) => one.getAttribute('name') === other.getAttribute('name') && one.closest('form') === other.closest('form');
    const passed = usable.filter((node) => group(node).every((one) => Reflect.get(one, 'reached') !== true));
    const ahead = [...document.querySelectorAll<HTMLElement>('[tabindex]')].filter((node) => node.tabIndex > 0);
    const line = (why: string) => (node: Element) => `${why}: ${node.outerHTML.slice(0, 200)}`;
    return [...passed.map(line('is not reached')), ...ahead.map(line('is put before its turn'))];
  });
}
