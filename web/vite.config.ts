import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import * as vi from './src/text/vi.ts';
import { join } from './src/text/vi-join.ts';
import { signIn } from './src/text/vi-sign-in.ts';

/** Fills `{{section.key}}` in the HTML pages from the catalogue, so that their words live there too. */
const textInPages: Plugin = {
  name: 'text-in-pages',
  transformIndexHtml: (html) =>
    html.replace(/\{\{(\w+)\.(\w+)\}\}/g, (placeholder, section: string, key: string) => {
      const word = ({ ...vi, signIn, join } as unknown as Record<string, Record<string, unknown> | undefined>)[section]?.[key];
      if (typeof word !== 'string') throw new Error(`${placeholder} is not in the catalogue`);
      return word;
    }),
};

// Three entries: the portals (served for every address under /cong), the sign-in page (/dang-nhap) and that of an
// invitation (/loi-moi), which hold no framework. Nothing is inlined, so that the content security policy needs no exception.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), textInPages],
  build: {
    outDir: '../build/web',
    manifest: true,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        portal: `${import.meta.dirname}/index.html`,
        'sign-in': `${import.meta.dirname}/sign-in/index.html`,
        join: `${import.meta.dirname}/sign-in/join.html`,
      },
    },
  },
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000' } },
});
