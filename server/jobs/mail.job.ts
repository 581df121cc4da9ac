import { listen } from '../database/listener.js';
import type { Logger } from '../log.js';
import type { Mailer } from '../notice/mail.work.js';

/** When something was told or a link made, and every half minute for what is tried again and for the digest. Returns how to stop, which waits for the mail under way. */
export function startMail(mailer: Mailer, url: string, onTold: (listener: () => void) => void, log: Logger, every = 30_000): () => Promise<void> { // milliseconds
  let isStopped = false, isWanted = false, running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (isWanted && !isStopped) {
      isWanted = false;
      await mailer.sendDue().then(count => { if (count > 0) log.info({ count }, 'mail sent'); }, (error: unknown) => log.error({ err: error }, 'mail failed'));
    }
    running = null;
  };
  const wake = (): void => { isWanted = true; running ??= run(); };
  onTold(wake);
  const links = listen({ url, channel: 'link_mail', log, look: async () => wake() });
  wake();
  const timer = setInterval(wake, every).unref();
  return async () => { isStopped = true; clearInterval(timer); await links.stop(); await running; mailer.close(); };
}
