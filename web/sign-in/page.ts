/** A form of the page by its id. */
export const form = (id: string): HTMLFormElement => document.getElementById(id) as HTMLFormElement;

/** A field of the page by its id. */
export const field = (id: string): HTMLInputElement => document.getElementById(id) as HTMLInputElement;

/** Shows messages on top of a form, marks their fields, and moves to the first; an empty list clears. */
export function showIn(target: HTMLFormElement, messages: [fieldId: string, message: string][]): void {
  const box = target.querySelector('.message');
  if (!box) return;
  box.replaceChildren(
    ...messages.map(([, message]) => {
      const line = document.createElement('div');
      line.textContent = message;
      return line;
    }),
  );
  const marked = new Set(messages.map(([id]) => id));
  for (const input of target.querySelectorAll('input')) {
    if (marked.has(input.id)) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  }
  const [first] = messages;
  if (first) field(first[0]).focus();
}

/** Runs one send at a time; the button says what is going on meanwhile. */
export async function whileBusy(target: HTMLFormElement, words: string, run: () => Promise<void>): Promise<void> {
  const button = target.querySelector('button');
  if (!button || button.getAttribute('aria-disabled') === 'true') return;
  const label = button.textContent;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = words;
  showIn(target, []);
  try {
    await run();
  } finally {
    button.removeAttribute('aria-disabled');
    button.textContent = label;
  }
}
