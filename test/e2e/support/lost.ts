import type { Page } from '@playwright/test';

/** Planes, editors and grids of their own scroll in both directions at any size. */
const planes = '.react-flow, .monaco-editor, .grid, .visually-hidden, [aria-hidden=true]';

/** What can be operated but lies where no scrolling brings it into the window, and how wide the page has become. */
export async function lost(page: Page): Promise<string[]> {
  return page.evaluate((exempt) => {
    const hides = (style: string) => style === 'hidden' || style === 'clip';
    const cut = (element: Element): boolean => {
      let { left, right, top, bottom } = element.getBoundingClientRect();
      if (right - left === 0 || bottom - top === 0) return false;
      let fixed = false;
      for (let around = element.parentElement; around && !fixed; around = around.parentElement) {
        const box = around.getBoundingClientRect();
        const { overflowX, overflowY, position } = getComputedStyle(around);
        if (hides(overflowX) && (left < box.left - 1 || right > box.right + 1)) return true;
        if (hides(overflowY) && (top < box.top - 1 || bottom > box.bottom + 1)) return true;
        // A slit that is scrolled shows nothing of what is in it.
        if (!hides(overflowY) && overflowY !== 'visible' && around.clientHeight < 40 && around.scrollHeight > around.clientHeight + 1)
          return true;
        if (overflowX === 'auto' || overflowX === 'scroll') [left, right] = [box.left, box.right];
        if (overflowY === 'auto' || overflowY === 'scroll') [top, bottom] = [box.top, box.bottom];
        fixed = position === 'fixed';
      }
      return left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1;
    };
    const wide = document.documentElement.scrollWidth > innerWidth ? [`page ${document.documentElement.scrollWidth} wide`] : [];
    const operable = [
      ...document.querySelectorAll('button, a[href], input, textarea, select, [role=combobox], [role=tab], [role=menuitem]'),
    ];
    const gone = operable.filter((element) => !element.closest(exempt) && cut(element));
    return [...wide, ...gone.map((element) => element.outerHTML.slice(0, 160))];
  }, planes);
}
