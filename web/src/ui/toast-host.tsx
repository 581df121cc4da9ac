import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';
import { Notifications, notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { text } from '../text/text';
import { Button } from './button';
import { Mantine } from './mantine';
import { addToastListener, takeToasts, type ToastRequest } from './toast';
import css from './toast.module.css';

/** Shows the messages of `toast`, at most three at once. */
export function ToastHost() {
  useEffect(() => {
    const showAll = () => takeToasts().forEach(show);
    showAll();
    return addToastListener(showAll);
  }, []);
  return (
    <Mantine>
      <Notifications position="bottom-right" limit={3} className={css.host} />
    </Mantine>
  );
}

function show({ message, undo }: ToastRequest): void {
  const id = notifications.show({
    message: (
      <span className={css.message}>
        {message}
        {undo && (
          <Button
            small
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            {text.control.undo}
          </Button>
        )}
      </span>
    ),
    autoClose: undo ? 10_000 : 6_000,
    role: 'status',
    closeButtonProps: { 'aria-label': text.control.close },
    classNames: { root: css.toast, description: css.description, closeButton: css.close },
  });
}
