/** From where somebody signed in, as little as tells one's own devices apart. */
export interface Whence { readonly device: string | null; readonly address: string | null }

// In this order: the browsers of one maker name the others' too.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'], [/OPR\/|Opera/, 'Opera'], [/coc_coc_browser/i, 'Cốc Cốc'], [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'], [/(Headless)?Chrome\/|CriOS\//, 'Chrome'], [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux'],
];

const nameIn = (known: readonly (readonly [RegExp, string])[], agent: string): string | undefined => known.find(([pattern]) => pattern.test(agent))?.[1];

/** "Chrome, Windows" of what a browser says of itself, without versions; null when it says nothing known. */
export function deviceOf(agent: string | undefined): string | null {
  const words = [nameIn(browsers, agent ?? ''), nameIn(systems, agent ?? '')].filter(word => word !== undefined);
  return words.length > 0 ? words.join(', ') : null;
}

/** The network that an address lies in, not the machine: "10.20.x.x", "2405:4802::"; null for what is none. */
export function coarse(address: string): string | null {
  const plain = address.replace(/^::ffff:/, '');
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return `${plain.split('.').slice(0, 2).join('.')}.x.x`;
  return plain.includes(':') ? `${plain.split(':').slice(0, 2).join(':')}::` : null;
}
