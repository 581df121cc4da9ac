/** Asks again and again, for ten seconds, until there is an answer. */
export async function waitFor<T>(ask: () => Promise<T | null>): Promise<T> {
  const last = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > last) throw new Error('waited for ten seconds in vain');
    await new Promise(done => setTimeout(done, 30));
  }
}
