import { useState, type ReactNode } from 'react';
import { story as words } from '../../text/vi-household-story';
import { Button } from '../../ui/button';
import { Section } from '../../ui/page';
import css from './fold-section.module.css';

interface FoldSectionProps {
  title: string;
  count?: number;
  action?: ReactNode;
  bare?: boolean;
  children: ReactNode;
}

/** A section that stands folded on a phone until it is opened, so that the top of a long page is read first; always open on wider screens and paper. */
export function FoldSection({ action, ...section }: FoldSectionProps) {
  const [isOpen, setIsOpen] = useState(false);
  const toggle = (
    <span className={css.toggle}>
      <Button small kind="quiet" label={isOpen ? words.foldOf(section.title) : words.unfoldOf(section.title)} expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? words.fold : words.unfold}
      </Button>
    </span>
  );
  return (
    <div className={isOpen ? undefined : css.folded}>
      <Section {...section} action={<span className={css.actions}>{action}{toggle}</span>} />
    </div>
  );
}

/** What is over, out of the way of what holds; opened by whoever asks for it. */
export function Ended({ count, label, children }: { count: number; label: string; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <details className={css.ended}>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
