import { useState } from 'react';

/** What was typed, by unit; what stands as it was saved has no entry. */
export type Draft = Readonly<Record<string, string>>;
export interface Sheet {
  draft: Draft;
  /** Several cells at once are one step to undo, and so is what is typed into one cell without leaving it. */
  put: (cells: readonly (readonly [unit: string, typed: string])[]) => void;
  undo: () => void;
  canUndo: boolean;
  /** Takes these units' cells back to what is saved; all of them without. */
  drop: (units?: readonly string[]) => void;
}
interface Step {
  draft: Draft;
  /** The one cell that it changed; null for several. */
  cell: string | null;
}

const start: readonly Step[] = [{ draft: {}, cell: null }];

/** The unsaved cells of a split with every step back to the saved ones. `savedText` is how the saved figure of a unit is written. */
export function useSheet(savedText: (unit: string) => string): Sheet {
  const [steps, setSteps] = useState(start);
  const { draft, cell: last } = steps.at(-1) ?? { draft: {}, cell: null };
  const step = (next: Draft, cell: string | null) => {
    const isSame = cell !== null && cell === last;
    setSteps((before) => [...(isSame ? before.slice(0, -1) : before.slice(-200)), { draft: next, cell }]);
  };
  return {
    draft,
    put: (cells) => {
      const next = new Map(Object.entries(draft));
      for (const [unit, typed] of cells) {
        if (typed.trim() === savedText(unit)) next.delete(unit);
        else next.set(unit, typed);
      }
      step(Object.fromEntries(next), cells.length === 1 ? (cells[0]?.[0] ?? null) : null);
    },
    undo: () => setSteps((before) => (before.length > 1 ? before.slice(0, -1) : before)),
    canUndo: steps.length > 1,
    drop: (units) => (units ? step(Object.fromEntries(Object.entries(draft).filter(([unit]) => !units.includes(unit))), null) : setSteps(start)),
  };
}
