import { describe, expect, it } from '@jest/globals';
import { isOwn, ownOriginsOf, type Sender } from '../../server/identity/origin.js';

const own = ['https://giamngheo.example'];
const sender = (given: Partial<Sender>): Sender => ({ hasCookie: true, origin: undefined, fetchSite: undefined, contentType: undefined, ...given });

describe('a request with a cookie', () => {
  it.each<[string, Partial<Sender>]>([
    ['comes with our own origin', { origin: own[0] }],
    ['was sent by our own page without an origin', { fetchSite: 'same-origin' }],
    ['was typed into the address bar', { fetchSite: 'none' }],
    ['is JSON from a program that is no browser', { contentType: 'application/json; charset=utf-8' }],
  ])('is heard when it %s', (_, given) => {
    expect(isOwn(sender(given), own)).toBe(true);
  });
  it.each<[string, Partial<Sender>]>([
    ['comes with another origin', { origin: 'https://evil.example', contentType: 'application/json' }],
    ['comes with a hidden origin', { origin: 'null', fetchSite: 'same-origin' }],
    ['comes with our name over http', { origin: 'http://giamngheo.example' }],
    ['comes with our name on another port', { origin: 'https://giamngheo.example:8443' }],
    ['comes with a name that begins like ours', { origin: 'https://giamngheo.example.evil.example' }],
    ['was sent by a neighbour under the same domain', { fetchSite: 'same-site', contentType: 'application/json' }],
    ['was sent by another site without an origin', { fetchSite: 'cross-site', contentType: 'application/json' }],
    ['is a form without an origin', { contentType: 'application/x-www-form-urlencoded' }],
    ['is plain text without an origin', { contentType: 'text/plain; application/json' }],
    ['says nothing of where it comes from', {}],
  ])('is refused when it %s', (_, given) => {
    expect(isOwn(sender(given), own)).toBe(false);
  });
});

describe('a request without a cookie', () => {
  it('is heard from anywhere, since it acts for nobody', () => {
    expect(isOwn(sender({ hasCookie: false, origin: 'https://evil.example' }), own)).toBe(true);
  });
});

describe('our own origins', () => {
  const request = (host: string, more: object = {}) => ({ headers: { host, ...more }, socket: {} }) as never;
  it('are that of the host in the request', () => {
    expect(ownOriginsOf(request('localhost:4000'), { trustProxy: false })).toEqual(['http://localhost:4000']);
  });
  it('have the scheme that a trusted proxy names', () => {
    expect(ownOriginsOf(request('giamngheo.example:443', { 'x-forwarded-proto': 'https' }), { trustProxy: true })).toEqual(['https://giamngheo.example']);
  });
  it('include the public one', () => {
    expect(ownOriginsOf(request('app:4000'), { trustProxy: false, publicOrigin: 'https://giamngheo.example' })).toEqual(['http://app:4000', 'https://giamngheo.example']);
  });
  it('leave out a host that is none', () => {
    expect(ownOriginsOf(request('a b'), { trustProxy: false })).toEqual([]);
  });
});
