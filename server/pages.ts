import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express } from 'express';

/** This origin, and a page's inline scripts or styles by their hash, so that the policy needs no 'unsafe-inline'. */
function sourcesOf(html: string, tag: 'script' | 'style'): string {
  const inline = [...html.matchAll(new RegExp(`<${tag}(?![^>]*\\bsrc=)[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))]
    .map(match => `'sha256-${createHash('sha256').update(match[1]).digest('base64')}'`);
  return ["'self'", ...inline].join(' ');
}

const policyOf = (html: string): string => [
  "default-src 'self'", `script-src ${sourcesOf(html, 'script')}`, `style-src ${sourcesOf(html, 'style')}`,
  "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "object-src 'none'",
].join('; ');

const escaped = (text: string): string => text.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`);

/** The sign-in page's way to the identity provider, in the place that the page keeps for it. */
const withProvider = (html: string, label: string | undefined): string =>
  (label === undefined ? html : html.replace('<p id="provider" hidden></p>', `<p id="provider"><a href="/dang-nhap/dinh-danh">Đăng nhập bằng ${escaped(label)}</a></p>`));

/** Serves the built portals: one page for every address under /cong, the sign-in page, and files named by their hash for a year. */
export function servePages(app: Express, folder: string, providerLabel?: string): void {
  const page = (name: string) => {
    const file = join(folder, name);
    const html = withProvider(existsSync(file) ? readFileSync(file, 'utf8') : '', providerLabel);
    const policy = policyOf(html);
    return (_request: unknown, response: express.Response): void => {
      if (!html) { response.status(503).send('Giao diện chưa được dựng: chạy npm run build.'); return; }
      response.set({ 'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cache-control': 'no-cache' }).type('html').send(html);
    };
  };
  app.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false }));
  app.get('/dang-nhap', page('sign-in/index.html'));
  app.get('/loi-moi/:token', page('sign-in/join.html'));
  app.get('/cong{/*path}', page('index.html'));
  app.get('/', (_request, response) => void response.redirect('/dang-nhap'));
  // Pages are served above with their policy, never as bare files.
  app.use(/^(?!.*\.html$)/, express.static(folder, { index: false }));
}
