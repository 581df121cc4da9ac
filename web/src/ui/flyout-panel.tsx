import '@mantine/core/styles/Popover.css';
import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './flyout.module.css';
import { Mantine } from './mantine';

interface FlyoutPanelProps {
  label: string;
  open: boolean;
  onClose: () => void;
  above?: boolean;
  children: ReactNode;
}

/** The panel of a flyout; stands over the flyout's button through an anchor of the same size. */
export function FlyoutPanel({ label, open, onClose, above, children }: FlyoutPanelProps) {
  return (
    <Mantine>
      <Popover
        opened={open}
        onChange={(next) => next || onClose()}
        position={above ? 'top-end' : 'bottom-end'}
        width={300}
        shadow="md"
        withRoles={false}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <span className={css.anchor} aria-hidden="true" />
        </Popover.Target>
        <Popover.Dropdown className={css.panel} role="dialog" aria-label={label}>
          {children}
        </Popover.Dropdown>
      </Popover>
    </Mantine>
  );
}
