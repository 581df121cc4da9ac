/** Work under one key runs one after another; different keys do not wait for each other. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const result = (this.last.get(key) ?? Promise.resolve()).then(work);
    const over = result.then(() => {}, () => {});
    this.last.set(key, over);
    void over.then(() => { if (this.last.get(key) === over) this.last.delete(key); });
    return result;
  }
}
