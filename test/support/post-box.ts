import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface PostBox {
  readonly url: string;
  readonly received: readonly ParsedMail[];
  /** Answers the next recipients with this SMTP code instead of taking mail; null takes it again. */
  refuse(code: number | null): void;
  stop(): Promise<void>;
}

/** A mail server on this machine that keeps what it takes. */
export async function openPostBox(): Promise<PostBox> {
  const received: ParsedMail[] = [];
  let refusal: number | null = null;
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => done(refusal === null ? null : Object.assign(new Error('not now'), { responseCode: refusal })),
    onData: (stream, _session, done) => void simpleParser(stream).then(mail => { received.push(mail); done(); }, done),
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, received, refuse: code => { refusal = code; }, stop: () => new Promise(done => server.close(() => done())) };
}
