import type { GatewayInterface } from '@apollo/server-gateway-interface';
import {
  execute, getOperationAST, GraphQLError, GraphQLScalarType, GraphQLSchema, Kind, OperationTypeNode, visit,
  type DocumentNode, type ExecutionResult,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Logger } from 'pino';
import { withSession, type Door } from '../database/session.js';
import type { Context } from './context.js';
import { publicError } from './failure.js';

export interface Work {
  readonly document: DocumentNode; readonly operationName: string | undefined; readonly context: Context;
  /** As they came; graphql-js reads them by their types itself. */
  readonly variables: Record<string, unknown>;
  /** The event that a subscription answers. */
  readonly root?: unknown;
}
export type Run = (work: Work) => Promise<ExecutionResult>;

/** Always rebuilt: graphql-jit's errors pass `instanceof GraphQLError`, yet Apollo cannot print them and masks every one. */
function asGraphQLError(error: GraphQLError): GraphQLError {
  const original = error.originalError ?? error;
  return new GraphQLError(error.message, {
    nodes: error.nodes, path: error.path, originalError: original,
    extensions: (original as Partial<GraphQLError>).extensions ?? error.extensions,
  });
}

export function reference(schema: GraphQLSchema): Run {
  return async ({ document, operationName, variables, context, root }) =>
    execute({ schema, document, operationName, variableValues: variables, contextValue: context, rootValue: root });
}

/** Takes any value as it is; no document of a client's is valid with it, for the schema that validates does not know it. */
const Coerced = new GraphQLScalarType({ name: 'Coerced' });

/** Every variable of type Coerced: graphql-jit writes a variable's type out in full and never ends on one that contains itself, as filters do. */
const withCoercedVariables = (document: DocumentNode): DocumentNode => visit(document, {
  VariableDefinition: ({ kind, variable }) => ({ kind, variable, type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: Coerced.name } } }),
});

/** graphql-jit, compiled once a document and operation, given variables that the guard has coerced; what it cannot compile runs in graphql-js. */
export function compiled(schema: GraphQLSchema): Run {
  const config = schema.toConfig(), compiling = new GraphQLSchema({ ...config, types: [...config.types, Coerced], assumeValid: true });
  const queries = new WeakMap<DocumentNode, Map<string | undefined, CompiledQuery | null>>();
  const fallBack = reference(schema);
  return async work => {
    let byName = queries.get(work.document);
    if (!byName) queries.set(work.document, byName = new Map());
    let query = byName.get(work.operationName);
    if (query === undefined) {
      const result = compileQuery(compiling, withCoercedVariables(work.document), work.operationName);
      byName.set(work.operationName, query = isCompiledQuery(result) ? result : null);
    }
    if (!query) return fallBack(work);
    const result = await query.query({}, work.context, work.context.variables);
    return result.errors ? { ...result, errors: result.errors.map(asGraphQLError) } : result;
  };
}

/** What is written about an operation after it: refusals of writes, and what was opened of sensitive records. */
export interface Trails {
  refused(context: Context, result: ExecutionResult): Promise<void>;
  opened(context: Context): Promise<void>;
  denied(context: Context, operation: string, detail: object): Promise<void>;
}

/** By gate 1, or by the database itself. */
const isDenied = ({ extensions, originalError }: GraphQLError): boolean => extensions.code === 'FORBIDDEN' || (originalError as { code?: unknown } | undefined)?.code === '42501';

/** Where an operation that was admitted gets its session, and where what it opened is logged before the answer leaves. Errors are what a client may be told. */
export function answering(run: Run, door: Door, trails: Trails, log: Logger): Run {
  const answer = async (work: Work): Promise<ExecutionResult> => {
    const { context, document, operationName } = work;
    const operation = getOperationAST(document, operationName)!;
    if (!context.viewer) return run(work);
    const mode = operation.operation === OperationTypeNode.MUTATION ? 'write' : 'read';
    const result = await withSession(door, context.viewer, mode, async session => {
      context.session = session;
      const answered = await run(work);
      if (mode === 'write' && answered.errors) session.rollBack();
      return answered;
    });
    if (mode === 'write' || result.errors?.some(isDenied)) await trails.refused(context, result);
    await trails.opened(context);
    return result;
  };
  return async work => {
    const told = (error: unknown) => publicError(error, work.context.requestId, log);
    try {
      const result = await answer(work);
      return result.errors ? { ...result, errors: result.errors.map(told) } : result;
    } catch (error) {
      return { errors: [told(error)] };
    }
  };
}

/** Apollo's gateway hook as the place where an admitted operation is answered. */
export function gateway(schema: GraphQLSchema, answer: Run): GatewayInterface {
  let announce: (update: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void = () => {};
  return {
    onSchemaLoadOrUpdate(callback) { announce = callback; return () => {}; },
    async load() {
      announce({ apiSchema: schema, coreSupergraphSdl: '' });
      return { executor: async request => {
        const { context, document } = request as unknown as { context: Context; document: DocumentNode };
        return answer({ document, operationName: request.request.operationName, variables: request.request.variables ?? {}, context }) as never;
      } };
    },
    async stop() {},
  };
}
