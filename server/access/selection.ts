import {
  getArgumentValues, getDirectiveValues, getNamedType, GraphQLIncludeDirective, GraphQLSkipDirective, isListType, isNonNullType, isObjectType, Kind,
  type DocumentNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema,
  type OperationDefinitionNode, type SelectionSetNode,
} from 'graphql';

/** A field as it will run: fragments spread out, @skip and @include decided, variables put in, equal names merged. */
export interface Selection {
  /** The name under which the answer carries it. */
  readonly key: string;
  /** Its own number within the operation. */
  readonly no: number;
  readonly parent: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly args: Readonly<Record<string, unknown>>;
  readonly children: ReadonlyMap<string, Selection>;
}

interface Building { selection: Selection; sets: SelectionSetNode[] }

/** Called for each field as it is met, with its depth; may throw to stop a document that would never end. */
export type Meter = (depth: number) => void;

/**
 * The one reading of an operation that guard, cost and projection share, so that none sees a field the others do not.
 * Meta fields (__typename) are left out. The document must be valid for the schema.
 */
export function selectionsOf(
  schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>,
  meter: Meter = () => {},
): ReadonlyMap<string, Selection> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const values = variables as Record<string, unknown>;
  let count = 0;

  const gather = (parent: GraphQLObjectType, set: SelectionSetNode, into: Map<string, Building>, depth: number, spread: Set<string>): void => {
    for (const node of set.selections) {
      if (node.directives?.length && getDirectiveValues(GraphQLSkipDirective, node, values)?.if === true) continue;
      if (node.directives?.length && getDirectiveValues(GraphQLIncludeDirective, node, values)?.if === false) continue;
      if (node.kind === Kind.INLINE_FRAGMENT) gather(parent, node.selectionSet, into, depth, spread);
      else if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(node.name.value)) continue;
        spread.add(node.name.value);
        gather(parent, fragments.get(node.name.value)!.selectionSet, into, depth, spread);
      } else {
        const field = parent.getFields()[node.name.value];
        if (!field) continue;
        meter(depth);
        const key = node.alias?.value ?? node.name.value;
        let building = into.get(key);
        if (!building) into.set(key, building = { selection: { key, no: count++, parent, field, args: getArgumentValues(field, node, values), children: new Map() }, sets: [] });
        if (node.selectionSet) building.sets.push(node.selectionSet);
      }
    }
  };
  const finish = (gathered: Map<string, Building>, depth: number): ReadonlyMap<string, Selection> =>
    new Map([...gathered].map(([key, { selection, sets }]) => {
      const type = getNamedType(selection.field.type);
      if (!isObjectType(type)) return [key, selection];
      const inner = new Map<string, Building>(), spread = new Set<string>();
      for (const set of sets) gather(type, set, inner, depth + 1, spread);
      return [key, { ...selection, children: finish(inner, depth + 1) }];
    }));

  const root = schema.getRootType(operation.operation);
  if (!root) return new Map();
  const gathered = new Map<string, Building>();
  gather(root, operation.selectionSet, gathered, 1, new Set());
  return finish(gathered, 1);
}

const mergedOnce = new WeakMap<ReadonlyMap<string, Selection>, readonly Selection[]>();

/**
 * Without arguments a field has one value, whatever names an answer carries it under: `a: members { fullName } b: members { birthYear }`
 * reads one list with both. So selections of one such field become one here, with what any of them asks below.
 */
export function merged(children: ReadonlyMap<string, Selection>): readonly Selection[] {
  const known = mergedOnce.get(children);
  if (known) return known;
  const found = new Map<string, Selection>();
  for (const selection of children.values()) {
    const name = selection.field.args.length > 0 ? `${selection.field.name}:${selection.no}` : selection.field.name, first = found.get(name);
    found.set(name, first ? { ...first, children: new Map([...first.children.values(), ...selection.children.values()].map(child => [String(child.no), child])) } : selection);
  }
  const result = [...found.values()];
  mergedOnce.set(children, result);
  return result;
}

/** True for [T], [T!]! and the like. */
export function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}
