const aMinute = 60_000, longestIdle = 10 * aMinute; // milliseconds

/**
 * Asks once a minute while the page is seen and somebody is at it: a page left open must not keep its session alive.
 * Whoever comes back after that is answered at once. Returns how to stop.
 */
export function keepAsking(ask: () => void): () => void {
  let asked = Date.now(), touched = Date.now();
  const isDue = () => !document.hidden && Date.now() - asked >= aMinute && Date.now() - touched < longestIdle;
  const look = () => {
    if (!isDue()) return;
    asked = Date.now();
    ask();
  };
  const touch = () => {
    touched = Date.now();
    look();
  };
  const timer = setInterval(look, aMinute);
  const events = ['pointerdown', 'keydown'] as const;
  for (const event of events) addEventListener(event, touch, { passive: true });
  document.addEventListener('visibilitychange', touch);
  return () => {
    clearInterval(timer);
    for (const event of events) removeEventListener(event, touch);
    document.removeEventListener('visibilitychange', touch);
  };
}
