import { useId, useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { useSession } from '../../session';
import { formatDay, parseDay } from '../../text/format';
import { text } from '../../text/text';
import { accounts as words, accountForm, rights } from '../../text/vi-account';
import { Button } from '../../ui/button';
import { ConfirmDialog, Dialog } from '../../ui/confirm-dialog';
import { DayField } from '../../ui/field';
import { ErrorSummary } from '../../ui/form';
import { toast } from '../../ui/toast';
import css from './account.module.css';
import { EndPostDocument } from './post.generated';
import { PostForm } from './post-form';
import { RightsForm } from './rights-form';
import type { PersonPost, Unit } from './terms';
import { useRefusals } from './use-refusals';

interface PostCardProps { unit: Unit | undefined; name: string; post: PersonPost; isOwn: boolean; onChanged: () => void }

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** One post: role, territory, term, what it may open, and what the viewer may do about it. */
export function PostCard({ unit, name, post, isOwn, onChanged }: PostCardProps) {
  const [shown, setShown] = useState<'change' | 'end' | 'rights'>();
  const close = () => { setShown(undefined); onChanged(); };
  const places = post.villages ?? post.communes;
  const term = words.term(formatDay(post.validFrom), post.validTo && formatDay(post.validTo));
  const mayAsk = unit && !post.isOver && (post.role === 'OFFICER' || post.role === 'LEADER') && unit.sensitiveNouns.some((noun) => !post.sensitiveNouns.includes(noun));
  return (
    <li className={css.post}>
      <p className={css.name}>{text.postRole[post.role]} · {post.unitName}{post.isOver && ` (${words.isOver})`}{!post.isOver && !post.isHeld && ` (${words.notYet})`}</p>
      <p className={css.soft}>{places ? places.map((place) => place.name).join(', ') : unit?.kind === 'department' ? words.wholeProvince : words.wholeUnit} · {term}</p>
      <p className={css.soft}>{post.sensitiveNouns.length > 0 ? `${words.sensitive}: ${post.sensitiveNouns.map((noun) => rights.noun[noun] ?? noun).join(', ')}` : words.noSensitive}</p>
      {unit && !post.isOver && (
        <div className={css.actions}>
          {post.mayChange && <Button small onClick={() => setShown('change')}>{words.changePost}</Button>}
          {(post.mayChange || isOwn) && <Button small onClick={() => setShown('end')}>{words.endPost}</Button>}
          {mayAsk && <Button small onClick={() => setShown('rights')}>{words.askRights}</Button>}
        </div>
      )}
      {unit && (
        <>
          <Dialog open={shown === 'change'} title={accountForm.changeTitle(name)} onClose={() => setShown(undefined)}><PostForm unit={unit} name={name} post={post} onDone={close} /></Dialog>
          <Dialog open={shown === 'rights'} title={rights.of(name)} onClose={() => setShown(undefined)}><RightsForm unit={unit} name={name} post={post} onDone={close} /></Dialog>
        </>
      )}
      <EndPost name={name} post={post} open={shown === 'end'} onClose={() => setShown(undefined)} onDone={close} />
    </li>
  );
}

function EndPost({ name, post, open, onClose, onDone }: { name: string; post: PersonPost; open: boolean; onClose: () => void; onDone: () => void }) {
  const { today } = useSession();
  const prefix = useId();
  const [day, setDay] = useState(formatDay(dayBefore(today)));
  const { errors, items, attempt, show, take } = useRefusals(prefix, ['lastDay']);
  const { run, busy } = useCommand(EndPostDocument);
  const end = async () => {
    const lastDay = parseDay(day);
    if (!lastDay) return show({ lastDay: accountForm.badDay(words.lastDay) });
    const outcome = await run({ input: { id: post.id, version: post.version, lastDay } });
    take(outcome);
    if (outcome.kind !== 'done') return;
    toast(words.ended(name));
    onDone();
  };
  return (
    <ConfirmDialog open={open} title={words.endTitle(name)} confirm={words.endPost} busy={busy} onConfirm={() => void end()} onClose={onClose}>
      <ErrorSummary items={items} attempt={attempt} />
      <p>{words.endLead}</p>
      <DayField id={`${prefix}-lastDay`} label={words.lastDay} required value={day} error={errors.lastDay} onChange={(event) => setDay(event.currentTarget.value)} />
    </ConfirmDialog>
  );
}
