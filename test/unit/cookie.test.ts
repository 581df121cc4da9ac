import { describe, expect, it } from '@jest/globals';
import { createCookies, readToken, transportOf, writeToken } from '../../server/identity/cookie.js';
import { newToken } from '../../server/identity/token.js';
import { openLog } from '../../server/log.js';

const plain = { encrypted: false, forwardedProto: undefined };
const token = newToken();
const cookie = (name: string, value = token) => `theme=dark; ${name}=${value}; other=1`;

describe('the transport of a request', () => {
  it('is https on an encrypted connection, whatever its headers say', () => {
    expect(transportOf({ encrypted: true, host: 'giamngheo.example', forwardedProto: 'http' }, true)).toBe('https');
  });
  it('is https when a trusted proxy says so', () => {
    expect(transportOf({ ...plain, host: 'giamngheo.example', forwardedProto: 'https' }, true)).toBe('https');
  });
  it('is not https when only the client says so', () => {
    expect(transportOf({ ...plain, host: 'giamngheo.example', forwardedProto: 'https' }, false)).toBe('plain');
  });
  it.each(['localhost:4000', 'localhost', '127.0.0.1:4000', '[::1]:4000'])('is local under the name %s', host => {
    expect(transportOf({ ...plain, host }, false)).toBe('localhost');
  });
  it.each(['giamngheo.example', '10.0.0.5:4000', 'localhost.evil.example', '127.0.0.1.evil.example', 'evil.example#localhost', '', undefined])('is plain under the name %s', host => {
    expect(transportOf({ ...plain, host }, false)).toBe('plain');
  });
});

describe('the session cookie', () => {
  it('is bound to host and https wherever there is https', () => {
    expect(writeToken(token, 'https')).toBe(`__Host-session=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`);
  });
  it('drops prefix and Secure on localhost', () => {
    expect(writeToken(token, 'localhost')).toBe(`session=${token}; Path=/; HttpOnly; SameSite=Lax`);
  });
  it('is cleared with the attributes that it was set with', () => {
    expect(writeToken(null, 'https')).toBe('__Host-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0');
  });
  it('is never set over plain http', () => {
    expect(() => writeToken(token, 'plain')).toThrow('plain http');
  });
  it('is read under the name of its transport only', () => {
    expect(readToken(cookie('__Host-session'), 'https')).toBe(token);
    expect(readToken(cookie('session'), 'localhost')).toBe(token);
    expect(readToken(cookie('session'), 'https')).toBeNull();
    expect(readToken(cookie('__Host-session'), 'plain')).toBeNull();
    expect(readToken(undefined, 'https')).toBeNull();
  });
  it.each(['', 'short', `${token}x`, `${token.slice(1)}é`, '../../etc/passwd'])('is not read when it holds %p', value => {
    expect(readToken(cookie('session', value), 'localhost')).toBeNull();
  });
  it('follows the request it answers', () => {
    const cookies = createCookies({ trustProxy: true, log: openLog('silent') });
    const request = { headers: { host: 'giamngheo.example', 'x-forwarded-proto': 'https', cookie: cookie('__Host-session') }, socket: {} } as never;
    expect(cookies.tokenOf(request)).toBe(token);
    expect(cookies.setting(request, token)).toBe(writeToken(token, 'https'));
  });
});
