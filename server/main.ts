import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import type { App } from './app.js';
import { ConfigError, processConfig, type Config } from './config.js';
import { startEmbeddedServer, type EmbeddedServer } from './database/embedded-server.js';
import { openLog, type Logger } from './log.js';

const exitCodes = { stopped: 0, failed: 1, badSettings: 2 } as const;
const longestStop = 30_000; // milliseconds

// V8 would let garbage grow to four times what lives before it looks: a list of 50,000 lines, 80 MB alive, would take 400.
setFlagsFromString('--heap-growing-percent=60');

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function settingsOrExit(): Config {
  try {
    return processConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`Không khởi động: thiết lập chưa đúng.\n${error.message}\n`);
    process.exit(exitCodes.badSettings);
  }
}

/** What the person at the terminal needs: the address and, at the first start, the first passwords. */
function announce(app: App, config: Config): void {
  const host = ['0.0.0.0', '::', '127.0.0.1'].includes(config.host) ? 'localhost' : config.host;
  say(`Hệ thống đang chạy tại ${config.publicOrigin ?? `http://${host}:${app.port}`}`);
  const passwords = app.firstPasswords ?? [];
  if (passwords.length > 0) {
    say('Mật khẩu lần đầu (chỉ in một lần này):');
    for (const { login, password, who } of passwords) say(`  ${login.padEnd(24)} ${password.padEnd(20)} ${who}`);
  }
  say('Dừng: Ctrl+C');
}

/** Requests are drained before the database goes; a stop that hangs is cut short and counts as a failure. */
async function stop(app: App | undefined, embedded: EmbeddedServer | undefined, log: Logger): Promise<void> {
  setTimeout(() => {
    log.fatal('stopping took too long');
    process.exit(exitCodes.failed);
  }, longestStop).unref();
  await app?.stop();
  await embedded?.stop();
}

function explain(error: unknown, config: Config): string {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE') return `PORT: cổng ${config.port} đang có chương trình khác dùng.`;
  if (code === 'EACCES') return `PORT hoặc DATA_FOLDER: không có quyền dùng. ${message}`;
  return message ?? String(error);
}

async function main(): Promise<void> {
  const config = settingsOrExit();
  const log = openLog(config.logLevel);
  let embedded: EmbeddedServer | undefined;
  let app: App | undefined;
  // Heard from the first moment on; a start under way is finished and then stopped in order.
  const asked = new Promise<string>(done => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => done(signal));
  });
  process.once('uncaughtException', error => {
    log.fatal({ err: error }, 'uncaught');
    void stop(app, embedded, log).finally(() => process.exit(exitCodes.failed));
  });
  try {
    if (!config.database) embedded = await startEmbeddedServer(config.dataFolder);
    const logins = config.database ?? embedded;
    if (!logins) throw new Error('no database');
    const { startApp } = await import('./app.js');
    app = await startApp({ url: logins.url, adminUrl: logins.adminUrl, port: config.port, host: config.host, log, config });
  } catch (error) {
    log.fatal({ err: error }, 'start failed');
    process.stderr.write(`Không khởi động được. ${explain(error, config)}\n`);
    await stop(app, embedded, log);
    process.exit(exitCodes.failed);
  }
  announce(app, config);
  log.info({ signal: await asked }, 'draining');
  await stop(app, embedded, log);
  say('Đã dừng.');
  process.exit(exitCodes.stopped);
}

await main();
