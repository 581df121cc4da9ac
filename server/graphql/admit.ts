import { getVariableValues, GraphQLError, Kind, OperationTypeNode, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { assertMayName, badInput } from '../access/guard.js';
import { selectionsOf } from '../access/selection.js';
import { guestOperations, unauthenticated } from '../access/shield.js';
import type { Context } from './context.js';
import { assertCost, assertShape, meter } from './limits.js';

const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type';
/** What a person may do before there is a hat to name, or with a password that is to be changed. */
const beforeChange: ReadonlySet<string> = new Set(['viewer', 'login', 'loginByCode', 'logout', 'changePassword', 'invitation', 'acceptInvitation']);
const withoutHat: ReadonlySet<string> = new Set([...beforeChange, 'switchHat', 'endViewAs']);
const beforeSetUp: ReadonlySet<string> = new Set([...withoutHat, 'secondFactor', 'beginSecondFactor', 'confirmSecondFactor']);

/** Names of the root fields, fragments spread out: `{ ... on Query { __schema … } }` is introspection too. */
export function rootNames(document: DocumentNode, { selectionSet }: { selectionSet: SelectionSetNode }, seen = new Set<string>()): string[] {
  return selectionSet.selections.flatMap(selection => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootNames(document, selection, seen);
    if (seen.has(selection.name.value)) return [];
    seen.add(selection.name.value);
    return document.definitions.flatMap(d => (d.kind === Kind.FRAGMENT_DEFINITION && d.name.value === selection.name.value ? rootNames(document, d, seen) : []));
  });
}

export const isPureIntrospection = (names: readonly string[]): boolean => names.length > 0 && names.every(isIntrospection);

export interface Gates { readonly guard: boolean }

/**
 * The one door for an operation, over HTTP or a websocket: limits, hat, gate 2. Leaves in the context what the operation selects and its variables.
 * Throws what the client is to be told; nothing has run then.
 */
export function admit(context: Context, schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>, gates: Gates = { guard: true }): void {
  const { viewer, policy } = context;
  assertShape(document, operation);
  const names = rootNames(document, operation);
  if (!viewer) {
    if (!names.every(name => guestOperations.has(`${operation.operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query'}.${name}`))) throw unauthenticated();
  } else {
    if (names.some(isIntrospection) && !isPureIntrospection(names.filter(name => name !== '__typename'))) throw badInput('Truy vấn cấu trúc (__schema, __type) phải gửi riêng.');
    assertHat(context, names);
    if (viewer.mustChangePassword && !names.every(name => beforeChange.has(name)))
      throw new GraphQLError('Đổi mật khẩu lần đầu trước khi dùng hệ thống.', { extensions: { code: 'MUST_CHANGE_PASSWORD', http: { status: 403 } } });
    if (viewer.mustSetUpSecondFactor && !names.every(name => beforeSetUp.has(name)))
      throw new GraphQLError('Cài đặt xác thực hai lớp trước khi dùng hệ thống.', { extensions: { code: 'MUST_SET_UP_SECOND_FACTOR', http: { status: 403 } } });
  }
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) throw new GraphQLError(errors[0].message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  context.variables = coerced;
  context.selections = selectionsOf(schema, document, operation, coerced, meter());
  assertCost(policy, operation, context.selections);
  if (viewer && gates.guard) assertMayName(policy, viewer, context.selections);
}

/** Two tabs, two hats: an operation runs only under the hat it was made for. It names it and never selects it. */
function assertHat({ hat, viewer }: Context, names: readonly string[]): void {
  if (hat === null && names.every(name => withoutHat.has(name) || name.startsWith('__'))) return;
  if (hat === null) throw badInput('Thiếu x-hat: mã chức vụ mà yêu cầu này dùng.');
  if (hat !== String(viewer!.postId)) throw new GraphQLError('Phiên làm việc đã chuyển sang chức vụ khác. Tải lại trang.', { extensions: { code: 'HAT_CHANGED', http: { status: 409 } } });
}

