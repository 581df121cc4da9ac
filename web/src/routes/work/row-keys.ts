import { useEffect, useRef } from 'react';
import { useShortcuts } from '../../shortcuts';

/** j and k move between the links marked `data-row` inside the element; Enter opens the link, as links do. */
export function useRowKeys() {
  const list = useRef<HTMLDivElement>(null);
  const on = useShortcuts();
  useEffect(() => {
    if (!on) return;
    const move = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      const next = links[at === -1 ? (step === 1 ? 0 : links.length - 1) : at + step];
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', move);
    return () => document.removeEventListener('keydown', move);
  }, [on]);
  return list;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && Boolean(target.closest('input, textarea, select, dialog, [role="menu"]'));
