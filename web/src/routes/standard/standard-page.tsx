import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Answer } from '../../graphql/answer';
import { standard as words } from '../../text/vi-standard';
import { ChoiceBar } from '../../ui/choice-bar';
import { Page } from '../../ui/page';
import { Loading } from '../../ui/states';
import { RuleList } from './rule-list';
import { SheetList } from './sheet-list';
import { StandardPageDocument, type StandardPageQuery } from './standard.generated';
import css from './standard.module.css';
import { parts, type Part } from './standard-part';
import { StandardTable } from './standard-table';
import { VillageAreas } from './village-areas';

const TryForm = lazy(() => import('./try-form').then((module) => ({ default: module.TryForm })));

export type Standard = StandardPageQuery['standards'][number];

/** "Chuẩn nghèo, quy tắc": what the classes rest on, to read for everybody and to change for the secretariat. */
export function StandardPage() {
  const { phan = 'chuan' } = useSearch({ from: '/cong/$unitCode/chuan-ngheo' });
  const navigate = useNavigate({ from: '/cong/$unitCode/chuan-ngheo' });
  const result = useQuery(StandardPageDocument);
  const show = (part: Part) => void navigate({ search: part === 'chuan' ? {} : { phan: part }, replace: true });
  return (
    <Page title={words.title} lead={words.lead} wide>
      <div className={css.tabs}>
        <ChoiceBar label={words.parts} value={phan} choices={parts.map((value) => ({ value, label: words.part[value] }))} onChange={show} />
      </div>
      <Answer result={result} data={result.data?.standards} rows={6}>
        {(standards) => <PartOf part={phan} standards={standards} onChanged={() => void result.refetch()} />}
      </Answer>
    </Page>
  );
}

function PartOf({ part, standards, onChanged }: { part: Part; standards: readonly Standard[]; onChanged: () => void }) {
  if (part === 'thu') return <Suspense fallback={<Loading rows={6} />}><TryForm standards={standards} /></Suspense>;
  if (part === 'quytac') return <RuleList />;
  if (part === 'phieu') return <SheetList standards={standards} />;
  if (part === 'thon') return <VillageAreas />;
  return <StandardTable standards={standards} onChanged={onChanged} />;
}
