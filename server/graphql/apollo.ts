import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Policy } from '../access/policy.js';
import { admitPlugin } from './admit.plugin.js';
import type { Gates } from './admit.js';
import type { Context } from './context.js';
import { gateway, type Run, type Trails } from './executor.js';
import { formatError } from './failure.js';
import { limits } from './limits.js';

export interface ApolloOptions {
  readonly schema: GraphQLSchema; readonly policy: Policy; readonly trails: Trails; readonly gates: Gates; readonly answer: Run;
}

/** Apollo with everything off that would add cost or words: landing page, cache control, stack traces, suggestions, batching. */
export async function startApollo({ schema, policy, trails, gates, answer }: ApolloOptions): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    gateway: gateway(schema, answer),
    introspection: true, // answered by portal kind, see admit.plugin.ts
    includeStacktraceInErrorResponses: false, stopOnTerminationSignals: false, hideSchemaDetailsFromClientErrors: true,
    persistedQueries: false, allowBatchedHttpRequests: false, csrfPrevention: true,
    parseOptions: { maxTokens: limits.tokens },
    formatError,
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), admitPlugin(policy, schema, trails, gates)],
  });
  await apollo.start();
  return apollo;
}
