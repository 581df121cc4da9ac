import type { ReactNode } from 'react';
import { Flyout, type FlyoutButton } from './flyout';
import css from './action-menu.module.css';

export interface MenuAction {
  key: string;
  label: ReactNode;
  /** The one in use, for menus that choose. */
  current?: boolean;
  onSelect: () => void;
}
export interface MenuGroup {
  key: string;
  title?: string;
  actions: MenuAction[];
}

interface ActionMenuProps {
  label: string;
  button: (props: FlyoutButton) => ReactNode;
  groups: MenuGroup[];
  above?: boolean;
}

/** A list of buttons that opens from a button; Tab moves through it, Escape closes, focus returns. */
export function ActionMenu({ label, button, groups, above }: ActionMenuProps) {
  return (
    <Flyout label={label} button={button} above={above}>
      {(close) =>
        groups.map((group) => (
          <div key={group.key} role="group" aria-label={group.title} className={css.group}>
            {group.title && <p className={css.title}>{group.title}</p>}
            {group.actions.map((action) => (
              <button
                key={action.key}
                type="button"
                className={css.item}
                aria-current={action.current ? 'true' : undefined}
                onClick={() => {
                  close();
                  action.onSelect();
                }}
              >
                {action.label}
              </button>
            ))}
          </div>
        ))
      }
    </Flyout>
  );
}
