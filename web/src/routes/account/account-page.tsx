import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { formatCount, formatInstant, byGivenName, searchable } from '../../text/format';
import { text } from '../../text/text';
import { accountForm, accounts as words, offers as offerWords } from '../../text/vi-account';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/confirm-dialog';
import { SearchField, SelectField } from '../../ui/field';
import { Page, Section } from '../../ui/page';
import { Empty, NoPermission } from '../../ui/states';
import { StatusTag, type StatusTone } from '../../ui/status-tag';
import css from './account.module.css';
import { KeptUnitsDocument, PeopleDocument, type PeopleQuery } from './account.generated';
import { InviteForm } from './invite-form';
import { PersonPanel } from './person-panel';
import { RightRequests } from './right-requests';
import { Steps } from './steps';
import type { Person, Unit } from './terms';

/** "Người dùng": the people of a unit that the viewer keeps, each opened in place. */
export function AccountPage() {
  const keeps = useCan('Query.keptUnits');
  const result = useQuery(KeptUnitsDocument, { skip: !keeps });
  const units = result.data?.keptUnits;
  if (units?.[0]) return <OfUnits units={units} first={units[0]} onChanged={() => void result.refetch()} />;
  return (
    <Page title={words.title} lead={words.lead}>
      {keeps ? <Answer result={result} data={units}>{() => <Empty>{words.none}</Empty>}</Answer> : <NoPermission grantedBy={words.keeper}>{words.notKeeper}</NoPermission>}
    </Page>
  );
}

function OfUnits({ units, first, onChanged }: { units: readonly Unit[]; first: Unit; onChanged: () => void }) {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const { donvi } = useSearch({ from: '/cong/$unitCode/quan-tri/nguoi-dung' });
  const unit = units.find(({ id }) => id === donvi) ?? first;
  const [form, setForm] = useState<'new' | 'further'>();
  const [typed, setTyped] = useState('');
  const result = useQuery(PeopleDocument, { variables: { unit: unit.id } });
  const changed = () => { void result.refetch(); onChanged(); };
  const fits = ({ name, login }: Person) => searchable(typed).split(/\s+/).every((word) => searchable(`${name} ${login}`).includes(word));
  return (
    <Page
      title={words.title} lead={words.lead}
      action={<div className={css.actions}><Button kind="primary" onClick={() => setForm('new')}>{words.invite}</Button><Button onClick={() => setForm('further')}>{words.offer}</Button></div>}
    >
      <div role="search" aria-label={text.control.filters} className={css.bar}>
        {units.length > 1 && (
          <SelectField
            label={words.unit} value={unit.id} choices={units.map((one) => ({ value: one.id, label: words.unitChoice(one.shortName, one.people) }))}
            onChange={(event) => void navigate({ to: '/cong/$unitCode/quan-tri/nguoi-dung', params: { unitCode: viewer.unit.code }, search: { donvi: event.currentTarget.value }, replace: true, resetScroll: false })}
          />
        )}
        <SearchField label={words.find} value={typed} onChange={setTyped} />
      </div>
      <Steps unit={unit} people={result.data?.accounts.nodes ?? []} isKnown={result.data !== undefined} />
      <Answer result={result} data={result.data} rows={5}>
        {({ accounts, postOffers, rightRequests }) => {
          const found = accounts.nodes.filter(fits).sort(byGivenName);
          return (
            <>
              <RightRequests requests={rightRequests.nodes} onChanged={changed} />
              <Section title={words.list} bare>
                <p className={css.soft} role="status">{words.count(found.length, formatCount(accounts.totalCount))}</p>
                {found.length === 0 ? <Empty>{accounts.nodes.length === 0 ? words.none : words.noneFound}</Empty> : (
                  <ul className={css.people}>{found.map((person) => <PersonItem key={person.id} person={person} units={units} onChanged={changed} />)}</ul>
                )}
                {accounts.pageInfo.hasNextPage && <Button onClick={() => void result.fetchMore({ variables: { after: accounts.pageInfo.endCursor }, updateQuery: append })}>{words.more}</Button>}
              </Section>
              {postOffers.length > 0 && (
                <Section title={offerWords.title} count={postOffers.length}>
                  <ul className={css.cards}>
                    {postOffers.map((offer) => <li key={offer.id} className={css.soft}>{offer.name} ({offer.login}) · {text.postRole[offer.role]} · {offerWords.until(formatInstant(offer.expiresAt))}</li>)}
                  </ul>
                </Section>
              )}
            </>
          );
        }}
      </Answer>
      <Dialog open={form !== undefined} title={form === 'further' ? accountForm.offerTitle(unit.shortName) : accountForm.inviteTitle(unit.shortName)} onClose={() => setForm(undefined)}>
        {form && <InviteForm unit={unit} kind={form} onDone={() => setForm(undefined)} onChanged={changed} />}
      </Dialog>
    </Page>
  );
}

const append = (before: PeopleQuery, { fetchMoreResult: next }: { fetchMoreResult: PeopleQuery }): PeopleQuery =>
  ({ ...next, accounts: { ...next.accounts, nodes: [...before.accounts.nodes, ...next.accounts.nodes] } });

function stateOf({ lockedOn, joinedAt, linkUntil, mustChangePassword, posts }: Person): { tone: StatusTone; label: string } {
  if (lockedOn) return { tone: 'quiet', label: words.state.locked };
  if (!joinedAt) return linkUntil ? { tone: 'risk', label: words.state.invited } : { tone: 'quiet', label: words.state.expired };
  if (posts.length > 0 && posts.every(({ isOver }) => isOver)) return { tone: 'quiet', label: words.state.over };
  return mustChangePassword ? { tone: 'risk', label: words.state.mustChange } : { tone: 'good', label: words.state.active };
}

function PersonItem({ person, units, onChanged }: { person: Person; units: readonly Unit[]; onChanged: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const roles = [...new Set(person.posts.filter(({ isOver }) => !isOver).map(({ role }) => text.postRole[role]))].join(', ');
  return (
    <li className={css.person}>
      <div className={css.head}>
        <div>
          <p className={css.name}>{person.name}</p>
          <p className={css.soft}>{[roles, person.login].filter(Boolean).join(' · ')}</p>
        </div>
        <div className={css.line}>
          <StatusTag {...stateOf(person)} />
          <Button small expanded={isOpen} label={isOpen ? undefined : words.open(person.name)} onClick={() => setOpen(!isOpen)}>{isOpen ? words.close : words.openShort}</Button>
        </div>
      </div>
      {isOpen && <PersonPanel person={person} units={units} onChanged={onChanged} />}
    </li>
  );
}
