import { useState } from 'react';
import { switchHat } from '../session';
import { toast } from '../ui/toast';

/** Puts on another hat and opens its unit's portal; a refusal is said in a toast and changes nothing. */
export function useSwitchHat() {
  const [busy, setBusy] = useState(false);
  const change = async (post: string) => {
    setBusy(true);
    const refusal = await switchHat(post);
    setBusy(false);
    if (refusal) toast(refusal);
  };
  return { change, busy };
}
