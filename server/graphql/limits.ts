import { getNamedType, GraphQLError, isObjectType, Kind, parse, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { badInput } from '../access/guard.js';
import type { Policy } from '../access/policy.js';
import { isList, type Meter, type Selection } from '../access/selection.js';

/** What one operation may ask; measured so that the board of 36 tasks × 128 units fits. */
export const limits = {
  page: 100, listInput: 100, inputDepth: 20, nodes: 10_000, cost: 1_000, depth: 8, aliases: 10, sameName: 50, rootFields: 5, directives: 20, tokens: 2_000, characters: 20_000,
} as const;

const tooMuch = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'TOO_COMPLEX', http: { status: 400 } } });

function isTooOften(names: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Math.max(0, ...counts.values()) > limits.sameName;
}

/**
 * Whether fields of one name stand so often in a document that validation, which compares them pair by pair, would hold
 * the server up for seconds; so it is asked first. Words are counted, and only when one is too frequent are the fields.
 */
export function isRepetitive(text: string): boolean {
  if (!isTooOften(text.match(/\w+/g) ?? [])) return false;
  const fields: string[] = [];
  try { visit(parse(text, { maxTokens: limits.tokens, noLocation: true }), { Field: node => void fields.push((node.alias ?? node.name).value) }); } catch { return false; }
  return isTooOften(fields);
}

/** Refuses by the shape of the text alone, before variables are known: aliases, directives, root fields, one mutation. Throws 400. */
export function assertShape(document: DocumentNode, operation: OperationDefinitionNode): void {
  let aliases = 0, directives = 0, metas = 0;
  visit(document, {
    Field: node => { if (node.alias) aliases++; if (node.name.value === '__typename') metas++; },
    Directive: () => { directives++; },
  });
  if (aliases > limits.aliases) throw tooMuch(`Truy vấn có ${aliases} tên khác (alias); nhiều nhất ${limits.aliases}.`);
  if (metas > limits.cost) throw tooMuch(`Truy vấn có ${metas} lần __typename; nhiều nhất ${limits.cost}.`);
  if (directives > limits.directives) throw tooMuch(`Truy vấn có ${directives} chỉ thị (@…); nhiều nhất ${limits.directives}.`);
  const roots = operation.selectionSet.selections.filter(s => s.kind === Kind.FIELD).length;
  if (roots > limits.rootFields) throw tooMuch(`Truy vấn có ${roots} trường gốc; nhiều nhất ${limits.rootFields}.`);
}

/** Stops the reading of a document that is too deep or too wide before it is spread out whole. Throws 400. */
export function meter(): Meter {
  let fields = 0;
  return depth => {
    if (depth > limits.depth) throw tooMuch(`Truy vấn sâu hơn ${limits.depth} tầng.`);
    if (++fields > limits.cost) throw tooMuch(`Truy vấn có hơn ${limits.cost} trường.`);
  };
}

/** Refuses what would be too much to answer: pages and nodes of what will run, one mutation. Throws 400. */
export function assertCost(policy: Policy, operation: OperationDefinitionNode, selections: ReadonlyMap<string, Selection>): void {
  if (operation.operation === 'mutation' && selections.size > 1) throw tooMuch('Mỗi lần gửi chỉ một thao tác ghi.');
  if (selections.size > limits.rootFields) throw tooMuch(`Truy vấn có ${selections.size} trường gốc; nhiều nhất ${limits.rootFields}.`);
  let nodes = 0;
  const walk = (level: ReadonlyMap<string, Selection>, times: number, page: number | null): void => {
    for (const selection of level.values()) {
      assertInputs(selection.args);
      const first = selection.args.first as number | null | undefined;
      if (first !== undefined && (first === null || first < 1 || first > limits.page)) throw badInput(`first phải từ 1 đến ${limits.page}.`);
      const many = isList(selection.field.type) && isObjectType(getNamedType(selection.field.type));
      const inner = many ? times * (first ?? page ?? mostOf(policy, selection)) : times;
      if (many) nodes += inner;
      if (nodes > limits.nodes) throw tooMuch(`Truy vấn có thể trả về hơn ${limits.nodes} dòng; giảm first hoặc bớt nhánh ${selection.key}.`);
      if (selection.children.size) walk(selection.children, inner, many ? null : first ?? null);
    }
  };
  walk(selections, 1, null);
}

/** How many rows a list without `first` can hold, by its line; a list of no noun is small by nature. */
function mostOf(policy: Policy, { parent, field }: Selection): number {
  const source = policy.byType.get(parent.name)?.fields.get(field.name)?.source;
  return source?.from === 'many' ? source.most : 1;
}

/** Lists and nesting of arguments, wherever they were written: in the text, in a default or in a variable. */
function assertInputs(value: unknown, depth = 0): void {
  if (depth > limits.inputDepth) throw tooMuch('Điều kiện gửi lên lồng nhau quá sâu.');
  if (Array.isArray(value)) {
    if (value.length > limits.listInput) throw badInput(`Danh sách gửi lên có ${value.length} mục; nhiều nhất ${limits.listInput}.`);
    for (const item of value) assertInputs(item, depth + 1);
  } else if (value !== null && typeof value === 'object') for (const item of Object.values(value)) assertInputs(item, depth + 1);
}
