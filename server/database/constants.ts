import type { Policy } from '../access/policy.js';

const known = new WeakMap<Policy, readonly string[]>();

/** The outermost sub-selects of an expression that name no column of its row ($.); the access tables write no parenthesis inside a literal. */
function constantsOf(sql: string): string[] {
  const found: string[] = [];
  for (let at = sql.indexOf('(SELECT '); at >= 0; at = sql.indexOf('(SELECT ', at)) {
    let end = at, open = 0;
    do { if (sql[end] === '(') open++; else if (sql[end] === ')') open--; end++; } while (open > 0);
    const inner = sql.slice(at, end), isConstant = !inner.includes('$.');
    if (isConstant) found.push(inner);
    at = isConstant ? end : at + 1;
  }
  return found;
}

/** Of every expression of the policy's nouns; longer ones first, for they may hold shorter ones. */
function everyConstant(policy: Policy): readonly string[] {
  let all = known.get(policy);
  if (!all) {
    const expressions = policy.resources.flatMap(resource => [...resource.fields.values()].flatMap(({ source }) => (source.from === 'expression' ? [source.sql] : [])));
    known.set(policy, all = [...new Set(expressions.flatMap(constantsOf))].sort((a, b) => b.length - a.length));
  }
  return all;
}

/**
 * A statement with every such sub-select put as a column of the one row `constant`, which `from` brings in: PostgreSQL would plan and
 * compute each of them anew wherever it is written, and a status alone has twenty. `from` is empty when there is none.
 */
export function withConstants(policy: Policy, sql: string): { readonly from: string; readonly sql: string } {
  const columns: string[] = [];
  let written = sql;
  for (const constant of everyConstant(policy)) if (written.includes(constant)) {
    written = written.replaceAll(constant, `constant.c${columns.length}`);
    columns.push(`${constant} AS c${columns.length}`);
  }
  return { from: columns.length > 0 ? `(SELECT ${columns.join(', ')} OFFSET 0) constant` : '', sql: written };
}
