import { useSyncExternalStore } from 'react';

const query = '(max-width: 48em)';

/** Whether the window is as narrow as a phone's; follows a turn of the device. */
export const useIsPhone = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
