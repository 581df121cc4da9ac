import { getOperationAST, parse, validate, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Selection } from '../access/selection.js';
import type { Door } from '../database/session.js';
import type { Viewer } from '../identity/viewer.js';
import { admit, rootNames, type Gates } from './admit.js';
import type { Context } from './context.js';
import { answering, type Run, type Trails } from './executor.js';

export interface Asked {
  /** What else a request carries: the one that began the work. */
  readonly context: Context;
  /** Whose rights count, as they are now. */
  readonly viewer: Viewer;
  readonly document: DocumentNode;
  readonly variables: Record<string, unknown>;
  /** Why sensitive parts are opened that themselves ask for no purpose. */
  readonly purpose: string | null;
}

/** The graph for work that goes on without a request: the same gates, sessions and logs as over HTTP. */
export interface Inner {
  /** One operation from its text; null when the schema does not know what it names. */
  read(text: string): DocumentNode | null;
  /** Gate 2 and the limits alone; what the operation selects, by answer key. Throws what a client is to be told. */
  admit(asked: Asked): ReadonlyMap<string, Selection>;
  /** All gates. Throws as `admit` does; what fails later is in the answer's errors. */
  answer(asked: Asked): Promise<ExecutionResult>;
}

export interface InnerOptions { readonly schema: GraphQLSchema; readonly run: Run; readonly door: Door; readonly trails: Trails; readonly gates: Gates; readonly log: Logger }

export function openInner({ schema, run, door, trails, gates, log }: InnerOptions): Inner {
  const within = ({ context, viewer, document, variables }: Asked): Context => {
    const own: Context = { ...context, viewer, token: null, hat: String(viewer.postId), session: null, variables: {}, selections: new Map(), opened: [], refused: [], setToken: () => {} };
    admit(own, schema, document, getOperationAST(document)!, variables, gates);
    return own;
  };
  return {
    read(text) {
      const document = parse(text, { noLocation: true });
      return validate(schema, document).length === 0 ? document : null;
    },
    admit: asked => within(asked).selections,
    async answer(asked) {
      const { document, variables, purpose } = asked;
      let own: Context;
      try { own = within(asked); } catch (error) {
        const { code, fields } = (error as { extensions?: { code?: string; fields?: string[] } }).extensions ?? {};
        if (code === 'FORBIDDEN') await trails.denied({ ...asked.context, viewer: asked.viewer }, rootNames(document, getOperationAST(document)!).join(' '), { code, fields });
        throw error;
      }
      const purposeful: Trails = { ...trails, opened: context => trails.opened({ ...context, opened: context.opened.map(one => ({ ...one, purpose: one.purpose ?? purpose })) }) };
      return answering(run, door, purposeful, log)({ document, operationName: undefined, variables, context: own });
    },
  };
}
