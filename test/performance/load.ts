import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Operation } from './operation.js';
import type { Person } from './province.js';

/** One request as a browser would send it, ready to be sent again and again. */
export interface Shot { readonly address: string; readonly person: Person; readonly body: string }

export const shotOf = (address: string, operation: Operation, person: Person): Shot => ({
  address, person,
  body: JSON.stringify({ operationName: operation.name, query: operation.document, variables: operation.variables(person) }),
});

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Lets the sockets go, so that a server can stop. */
export const hangUp = (): void => agent.destroy();

/** The text of an answer. Rejects for any status but 200. */
export function send({ address, person, body }: Shot): Promise<string> {
  return new Promise((done, fail) => {
    const sent = request(`${address}/graphql`, {
      agent, method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie: `session=${person.token}`, 'x-hat': person.hat },
    }, response => {
      const chunks: Buffer[] = [];
      response.on('data', chunk => chunks.push(chunk as Buffer)).once('error', fail).once('end', () => {
        if (response.statusCode === 200) done(Buffer.concat(chunks).toString());
        else fail(new Error(`${response.statusCode}: ${Buffer.concat(chunks).toString().slice(0, 500)}`));
      });
    });
    // A server lets a socket go after five idle seconds, perhaps just as it is used again.
    sent.on('error', (error: NodeJS.ErrnoException) => { if (sent.reusedSocket && error.code === 'ECONNRESET') done(send({ address, person, body })); else fail(error); }).end(body);
  });
}

export interface Volley {
  readonly count: number;
  /** Answers a second. */
  readonly throughput: number;
  /** Milliseconds of each answer, ascending. */
  readonly times: readonly number[];
}

/** Keeps so many requests under way for so many milliseconds; whoever is under way then is waited for. */
export async function volley(shot: Shot, { concurrency, milliseconds }: { readonly concurrency: number; readonly milliseconds: number }): Promise<Volley> {
  const times: number[] = [], began = performance.now();
  const lane = async (): Promise<void> => {
    while (performance.now() - began < milliseconds) {
      const sent = performance.now();
      await send(shot);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return { count: times.length, throughput: times.length / ((performance.now() - began) / 1000), times: times.sort((a, b) => a - b) };
}
