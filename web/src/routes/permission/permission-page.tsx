import { useQuery } from '@apollo/client/react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { formatNumber, searchable } from '../../text/format';
import { text } from '../../text/text';
import { noun as nounNames, operation, permission as words } from '../../text/vi-permission';
import { ListCount } from '../../ui/list-count';
import { SearchField } from '../../ui/field';
import { Page, Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import { fieldWords } from './field-words';
import { NounTable } from './noun-table';
import { PermissionPageDocument, type PermissionPageQuery } from './permission.generated';
import css from './permission.module.css';

export type Noun = PermissionPageQuery['permissionMatrix'][number];
export type Line = Noun['fields'][number];

/** "Phân quyền": the matrix as far as the viewer may know it, in words, and what the viewer's own post may do. */
export function PermissionPage() {
  const { viewer } = useSession();
  const mayView = useCan('Mutation.startViewAs');
  const result = useQuery(PermissionPageDocument);
  const lead = viewer.portalKind === 'secretariat' ? words.lead : words.leadOwn;
  return (
    <Page
      title={words.title} lead={lead} wide
      action={mayView && <Link to="/cong/$unitCode/xem-nhu" params={{ unitCode: viewer.unit.code }}>{words.viewAs}</Link>}
    >
      <OwnPost />
      <Answer result={result} data={result.data} rows={8}>
        {(data) => <Matrix nouns={data.permissionMatrix} />}
      </Answer>
    </Page>
  );
}

function OwnPost() {
  const { viewer, permissions } = useSession();
  const writes = Object.entries(operation).filter(([path]) => permissions.has(path));
  const reads = [...permissions].filter((path) => {
    const [noun = ''] = path.split('.');
    return noun in nounNames && !path.includes(':');
  });
  return (
    <Section title={words.own}>
      <p>
        <strong>{words.ownLead(text.postRole[viewer.post.role], viewer.unit.name)}</strong>
      </p>
      {writes.length > 0 ? (
        <ul className={css.list}>
          {writes.map(([path, name]) => (
            <li key={path}>{name}</li>
          ))}
        </ul>
      ) : (
        <p>{words.noWrites}</p>
      )}
      <p className={css.soft}>
        {words.ownReads(formatNumber(reads.length))} {words.narrowed}
      </p>
    </Section>
  );
}

function Matrix({ nouns }: { nouns: readonly Noun[] }) {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const { tim = '' } = useSearch({ from: '/cong/$unitCode/phan-quyen' });
  const search = (value: string) =>
    void navigate({
      to: '/cong/$unitCode/phan-quyen',
      params: { unitCode: viewer.unit.code },
      search: value ? { tim: value } : {},
      replace: true,
      resetScroll: false,
    });
  const found = nouns.map((one) => ({ ...one, fields: one.fields.filter((line) => matches(one, line, tim)) })).filter(({ fields }) => fields.length > 0);
  const count = found.reduce((sum, { fields }) => sum + fields.length, 0);
  return (
    <>
      <div role="search" className={css.search}>
        <SearchField label={words.search} value={tim} onChange={search} />
      </div>
      <ListCount>{words.found(formatNumber(count), formatNumber(found.length))}</ListCount>
      <p className={css.soft}>{words.starLegend}</p>
      <div className={css.nouns}>
        {found.map((one) => (
          <NounTable key={one.noun} noun={one} isOpen={Boolean(tim)} />
        ))}
      </div>
      {found.length === 0 && <Empty>{words.none}</Empty>}
    </>
  );
}

function matches({ noun, name, what }: Noun, { field, why, ground }: Line, typed: string): boolean {
  const where = searchable(`${nounNames[noun] ?? name} ${noun} ${what ?? ''} ${fieldWords(noun, field)} ${field} ${why ?? ''} ${ground ?? ''}`);
  return searchable(typed).split(/\s+/).every((word) => where.includes(word));
}
