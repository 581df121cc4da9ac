import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { execute, OperationTypeNode, type FormattedExecutionResult, type GraphQLSchema } from 'graphql';
import { badInput } from '../access/guard.js';
import type { Policy } from '../access/policy.js';
import { portalSchemas } from '../access/portal-schema.js';
import { admit, isPureIntrospection, rootNames, type Gates } from './admit.js';
import type { Context } from './context.js';
import type { Trails } from './executor.js';

/** Puts `admit` after Apollo's document cache, where a document warmed by one caller cannot help another, and answers introspection by portal kind. */
export function admitPlugin(policy: Policy, schema: GraphQLSchema, trails: Trails, gates: Gates): ApolloServerPlugin<Context> {
  const views = portalSchemas(schema, policy);
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ contextValue, document, operation, request }) {
          if (operation!.operation === OperationTypeNode.SUBSCRIPTION) throw badInput('Đăng ký nhận tin (subscription) mở qua websocket ở cùng địa chỉ, không gửi bằng POST.');
          try { admit(contextValue, schema, document, operation!, request.variables ?? {}, gates); } catch (error) {
            const { code, fields } = (error as { extensions?: { code?: string; fields?: string[] } }).extensions ?? {};
            if (code === 'FORBIDDEN') await trails.denied(contextValue, rootNames(document, operation!).join(' ').slice(0, 200), { code, fields });
            throw error;
          }
        },
        async responseForOperation({ contextValue, document, operation, request }) {
          const view = contextValue.viewer && views.get(contextValue.viewer.portalKind);
          if (!view || !isPureIntrospection(rootNames(document, operation!).filter(name => name !== '__typename'))) return null;
          const singleResult = await execute({ schema: view, document, operationName: request.operationName, variableValues: request.variables });
          return { http: { status: undefined, headers: new HeaderMap() }, body: { kind: 'single', singleResult: singleResult as FormattedExecutionResult } };
        },
      };
    },
  };
}
