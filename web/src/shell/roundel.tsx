import { useState } from 'react';
import css from './header.module.css';

/** The unit's own logo, or a neutral mark (terraces in a ring): the state emblem is never a default. */
export function Roundel({ logo }: { logo: string | null }) {
  const [broken, setBroken] = useState(false);
  if (logo && !broken) return <img className={css.roundel} src={logo} alt="" onError={() => setBroken(true)} />;
  return (
    <svg className={css.roundel} viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="18.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M6 27c5-3 9-3 14 0s9 3 14 0M9 21c4-3 7-3 11 0s7 3 11 0M13 15c3-2 5-2 7 0s4 2 7 0" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
