import { createTheme, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';

const theme = createTheme({ primaryColor: 'blue', respectReducedMotion: true });

/**
 * What a part of the kit stands in that is made of the library: fetched with it, since most pages open without one. The library's generated
 * style elements are off: its variables come from a static file and theme.css, so `style-src 'self'` holds without exception.
 */
export function Mantine({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withStaticClasses={false} withGlobalClasses={false}>
      {children}
    </MantineProvider>
  );
}
