import type { TestServer } from './global-setup.js';

/** Stops the PostgreSQL of this run, or drops its database on a server of one's own. */
export default async function tearDown(): Promise<void> {
  const server: TestServer | undefined = globalThis.testServer;
  await server?.stop();
}
