import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe finds wrong in what is open now: the rule and the first three places of each. */
export async function faultsOf(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate("axe.run({ resultTypes: ['violations'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', ')))");
}

/** No accessibility fault in what is open now, and nothing to scroll sideways. */
export async function expectSound(page: Page): Promise<void> {
  expect([await faultsOf(page), await page.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([[], 0]);
}
