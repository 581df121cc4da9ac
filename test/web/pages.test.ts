import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { desktop, openBrowser, phone, visitAs } from '../support/browser.js';
import { openWorld, type World } from '../support/world.js';

let world: World, browser: Browser;
beforeAll(async () => { world = await openWorld(); browser = await openBrowser(); });
afterAll(async () => { await browser.close(); await world.stop(); });

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const pages = { 'thuong-truc': ['', 'tong-quan', 'nhiem-vu', 'nhiem-vu/29', 'ho', 'ke-hoach', 'chuan-ngheo', 'chuan-ngheo?phan=thu', 'chuan-ngheo?phan=quytac', 'chuan-ngheo?phan=phieu', 'chuan-ngheo?phan=thon', 'giao-viec', 'truy-van', 'phan-quyen'], '02869': ['', 'nhiem-vu', 'nhiem-vu/29', 'ho', 'chuan-ngheo?phan=thu', 'chuan-ngheo?phan=thon'], sxd: ['', 'ho', 'chuan-ngheo'], lhpn: ['', 'ho'] } as const;

describe.each([['desktop', desktop], ['phone', phone]] as const)('on a %s', (_name, viewport) => {
  it.each(Object.keys(pages) as (keyof typeof pages)[])('the pages of %s have no accessibility fault and never scroll sideways', async unit => {
    const { page, problems } = await visitAs(browser, world, await world.as.unit(unit), viewport);
    for (const path of pages[unit]) {
      await page.goto(`/cong/${unit}/${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.evaluate(axe);
      const faults = await page.evaluate(`axe.run({ resultTypes: ['violations'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', ')))`);
      expect([path, faults]).toEqual([path, []]);
      await page.evaluate('window.scrollTo(9999, 0)');
      expect([path, await page.evaluate('window.scrollX')]).toEqual([path, 0]);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  }, 120_000);
});

describe('the first visit', () => {
  const assets = 'build/web/assets';
  const size = (files: readonly string[]): number => files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1024;
  /** The files that an HTML page names, and those that its scripts import at once. */
  function closure(html: string, ending: RegExp): string[] {
    const found = new Set([...readFileSync(html, 'utf8').matchAll(/assets\/([\w.-]+)/g)].map(([, name]) => name!));
    for (const name of found) if (name.endsWith('.js'))
      for (const [, inner] of readFileSync(`${assets}/${name}`, 'utf8').matchAll(/(?:^|[;}])import(?:[^"'()]*?from)?["']\.\/([\w.-]+)["']/g)) found.add(inner!);
    return [...found].filter(name => ending.test(name)).map(name => `${assets}/${name}`);
  }

  it('fetches at most 190 KB of script and 14 KB of style', () => {
    expect(size(closure('build/web/index.html', /\.js$/))).toBeLessThan(190);
    expect(size(closure('build/web/index.html', /\.css$/))).toBeLessThan(14);
  });

  it('is followed by pages that each add at most 35 KB of script to it', () => {
    interface Chunk { readonly file: string; readonly imports?: readonly string[] }
    const manifest = JSON.parse(readFileSync('build/web/.vite/manifest.json', 'utf8')) as Record<string, Chunk>;
    const chunksOf = (entry: string): Set<string> => {
      const found = new Set([entry]);
      for (const key of found) for (const inner of manifest[key]!.imports ?? []) found.add(inner);
      return found;
    };
    const shell = chunksOf('index.html'), router = readdirSync('web/src/pages').map(name => readFileSync(`web/src/pages/${name}`, 'utf8')).join();
    const routes = [...router.matchAll(/path: '([^']+)',\s+component: lazyRouteComponent\(\(\) => import\('\.\.\/([\w/-]+)'\)/g)];
    const added = routes.map(([, path, module]) => ({ path, kilobytes: size([...chunksOf(`src/${module}.tsx`)].filter(key => !shell.has(key)).map(key => `build/web/${manifest[key]!.file}`)) }));
    expect(added.length).toBe(router.match(/: lazyRouteComponent\(/g)!.length);
    expect(added.filter(({ kilobytes }) => kilobytes > 35)).toEqual([]);
    expect(added.filter(({ kilobytes }) => kilobytes < 1)).toEqual([]);
  });

  it('begins on a sign-in page of at most 15 KB', () => {
    expect(size(['build/web/sign-in/index.html', ...closure('build/web/sign-in/index.html', /\.(js|css)$/)])).toBeLessThan(15);
  });

  it('has at most two font files of 60 KB', () => {
    const fonts = readdirSync(assets).filter(name => name.endsWith('.woff2')).map(name => readFileSync(`${assets}/${name}`).length / 1024);
    expect(fonts.length).toBeLessThanOrEqual(2);
    expect(fonts.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(60);
  });
});
