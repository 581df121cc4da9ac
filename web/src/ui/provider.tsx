import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/Loader.css';
import './fonts.css';
import './theme.css';
import { createTheme, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { Toasts } from './toast';

const theme = createTheme({ primaryColor: 'blue', cursorType: 'pointer', respectReducedMotion: true });

/**
 * What every page stands in. Mantine's generated style elements are off: its variables come from a static file and
 * theme.css, so `style-src 'self'` holds without exception (for the same reason no responsive style props are used).
 */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme="light"
      withCssVariables={false}
      withStaticClasses={false}
      withGlobalClasses={false}
    >
      {children}
      <Toasts />
    </MantineProvider>
  );
}
