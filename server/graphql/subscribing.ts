import { createSourceEventStream, getOperationAST, GraphQLError, OperationTypeNode, parse, validate, type DocumentNode, type ExecutionResult, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import { badInput, forbidden } from '../access/guard.js';
import type { Policy } from '../access/policy.js';
import type { Viewer } from '../identity/viewer.js';
import { admit, rootNames, type Gates } from './admit.js';
import type { Context } from './context.js';
import type { Run, Trails } from './executor.js';
import { formatError, publicError } from './failure.js';
import { limits } from './limits.js';

export interface SubscribingOptions {
  readonly schema: GraphQLSchema; readonly policy: Policy; readonly gates: Gates & { readonly shield?: boolean }; readonly trails: Trails; readonly log: Logger;
  /** Answers one event as an operation of its own, in a session of its own. */
  readonly answer: Run;
}

/** A subscription as it was sent. */
export interface Asked { readonly document: DocumentNode; readonly operation: OperationDefinitionNode; readonly variables: Record<string, unknown> }

/** Who reads at this moment, with a context of its own for each event; null when nobody does any more. */
export type Enter = () => Promise<(Context & { readonly viewer: Viewer }) | null>;

export interface Subscribing {
  /** Parsed, valid and a subscription. Throws what the client is to be told. */
  read(text: string, operationName: string | undefined, variables: Record<string, unknown>): Asked;
  /** Gates 1 and 2 for whoever the context names, at this moment. Throws what the client is to be told. */
  admit(context: Context & { readonly viewer: Viewer }, asked: Asked): Promise<void>;
  /** One answer an event, in their order; an event that is not the reader's is left out. Ends with the reader. */
  answers(context: Context, asked: Asked, enter: Enter): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult>;
  /** An error in the words that a client may have. */
  told(error: unknown, requestId: string): GraphQLError;
}

/** The gates and the executor for subscriptions, whatever carries them. */
export function createSubscribing({ schema, policy, gates, trails, log, answer }: SubscribingOptions): Subscribing {
  const told = (error: unknown, requestId: string): GraphQLError => {
    const known = error instanceof GraphQLError && error.extensions.code === undefined && !error.originalError ? new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }) : error;
    const { message, extensions = {} } = formatError(publicError(known, requestId, log).toJSON());
    const { http: _status, ...rest } = extensions;
    return new GraphQLError(message, { extensions: rest });
  };

  async function judge(context: Context & { readonly viewer: Viewer }, { document, operation, variables }: Asked): Promise<void> {
    const names = rootNames(document, operation);
    try {
      admit(context, schema, document, operation, variables, gates);
      const denied = names.map(name => `Subscription.${name}`).filter(path => !policy.mayRun(context.viewer.portalKind, context.viewer.postRole, path));
      if (gates.shield !== false && denied.length > 0) throw forbidden(denied);
    } catch (error) {
      const { code, fields } = (error as Partial<GraphQLError>).extensions ?? {};
      if (code === 'FORBIDDEN') await trails.denied(context, names.join(' ').slice(0, 200), { code, fields });
      throw error;
    }
  }

  async function* each(source: AsyncIterable<unknown>, asked: Asked, enter: Enter): AsyncGenerator<ExecutionResult> {
    for await (const root of source) {
      const context = await enter();
      if (!context) return;
      try { await judge(context, asked); } catch (error) {
        yield { errors: [told(error, context.requestId)] };
        return;
      }
      const { data, errors } = await answer({ document: asked.document, operationName: asked.operation.name?.value, variables: asked.variables, context, root });
      if (errors) yield { data, errors: errors.map(error => told(error, context.requestId)) };
      else if (Object.values(data ?? {}).some(value => value !== null)) yield { data };
    }
  }

  return {
    told,
    read(text, operationName, variables) {
      const document = parse(text, { noLocation: true, maxTokens: limits.tokens });
      const [problem] = validate(schema, document, undefined, { maxErrors: 1 });
      if (problem) throw problem;
      const operation = getOperationAST(document, operationName);
      if (!operation) throw badInput('Trong nội dung gửi lên không có thao tác này.');
      if (operation.operation !== OperationTypeNode.SUBSCRIPTION) throw badInput('Kết nối này chỉ nhận đăng ký nhận tin (subscription). Truy vấn và thao tác ghi gửi bằng POST.');
      return { document, operation, variables };
    },
    admit: judge,
    async answers(context, asked, enter) {
      const source = await createSourceEventStream({ schema, document: asked.document, operationName: asked.operation.name?.value, variableValues: asked.variables, contextValue: context });
      if (!(Symbol.asyncIterator in source)) return { errors: source.errors?.map(error => told(error, context.requestId)) };
      const made = each(source, asked, enter);
      // A generator that waits for its next event cannot be told to end, its source can.
      const end = async () => { await (source as AsyncGenerator).return?.(undefined); return made.return(undefined); };
      return { next: () => made.next(), return: end, throw: error => made.throw(error), [Symbol.asyncIterator]() { return this; }, [Symbol.asyncDispose]: async () => void await end() };
    },
  };
}
