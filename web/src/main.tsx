import { ApolloProvider } from '@apollo/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { client } from './graphql/client';
import { router } from './router';
import { SessionDocument } from './session.generated';
import { UiProvider } from './ui/provider';

// Asked before anything is drawn; the portal's own query joins this request.
void client.query({ query: SessionDocument }).catch(() => undefined);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <UiProvider>
      <ApolloProvider client={client}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </UiProvider>,
  );
}
