import type { PoolClient } from 'pg';

/** How many statements a connection keeps; each holds its plan in PostgreSQL's memory, some 100 kB. */
const most = 60;

interface Inner { readonly connection: { readonly parsedStatements: Record<string, string> } }

/**
 * The statements that one connection has parsed and planned. What comes a second time is kept under a name, so that a page of the web is
 * planned once and not at every visit, while a question asked once leaves nothing. PostgreSQL plans anew by itself when the role, a
 * policy or a table changes; privileges it checks at each execution. One name a role, or two roles in turn would undo each other's plan.
 */
class Prepared {
  private readonly names = new Map<string, string | null>(); // least lately used first
  private made = 0;

  constructor(private readonly client: PoolClient) {}

  nameOf(role: string, text: string): string | undefined {
    const key = `${role} ${text}`, known = this.names.get(key);
    const name = known === undefined ? null : known ?? `kept${++this.made}`;
    this.names.delete(key);
    this.names.set(key, name);
    return name ?? undefined;
  }

  /** Lets go of the longest unused; between transactions, since a failure within would end one. */
  shed(): void {
    for (const [key, name] of this.names) {
      if (this.names.size <= most) return;
      this.names.delete(key);
      if (name === null) continue;
      this.client.query(`DEALLOCATE ${name}`).catch(() => {});
      Reflect.deleteProperty((this.client as unknown as Inner).connection.parsedStatements, name);
    }
  }
}

const byClient = new WeakMap<PoolClient, Prepared>();

/** The statements kept on a pool's connection; they end with it. */
export function preparedOn(client: PoolClient): Prepared {
  let prepared = byClient.get(client);
  if (!prepared) byClient.set(client, prepared = new Prepared(client));
  return prepared;
}
