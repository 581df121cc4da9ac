import pg from 'pg';

/**
 * Loaded into a measured server before its own code (`node --import`): counts its statements and, asked over the
 * channel, tells them with the processor time spent. The server itself knows nothing of it.
 */
export interface Reading {
  /** Milliseconds of processor time since the process began. */
  readonly cpu: number;
  /** Statements since then that ask for or write data: not BEGIN, COMMIT, the session's settings or the look-up of the viewer. */
  readonly statements: number;
}

const isFrame = (text: string): boolean => /^(BEGIN|COMMIT|ROLLBACK|START TRANSACTION)\b/i.test(text) || text.includes("set_config('role'") || text.includes('FROM sign_in s');

let statements = 0;
const { query } = pg.Client.prototype as { query: (...sent: unknown[]) => unknown };
Object.assign(pg.Client.prototype, {
  query(this: pg.Client, ...sent: unknown[]): unknown {
    const [first] = sent, text = typeof first === 'string' ? first : (first as { text?: string }).text ?? '';
    if (!isFrame(text.trimStart())) statements++;
    return query.apply(this, sent);
  },
});

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send!({ cpu: (user + system) / 1000, statements } satisfies Reading);
});
