import { accounts } from '../../text/vi-account';
import { Section } from '../../ui/page';
import css from './account.module.css';
import type { Person, Unit } from './terms';

const words = accounts.steps;

/** What is left to do until a unit can work; gone once it has an administrator, a leader and an officer. */
export function Steps({ unit, people, isKnown }: { unit: Unit; people: readonly Person[]; isKnown: boolean }) {
  const held = people.flatMap(({ posts, joinedAt }) => posts.filter(({ isOver }) => !isOver).map((post) => ({ ...post, joinedAt })));
  const has = (...roles: string[]) => held.some(({ role }) => roles.includes(role));
  const done: Record<keyof typeof words.items, boolean> = {
    administrator: has('ACCOUNT_ADMINISTRATOR'),
    joined: unit.administrators > 0,
    leader: has('LEADER'),
    officer: has('OFFICER', 'VILLAGE_OFFICER'),
    rights: held.some(({ sensitiveNouns }) => sensitiveNouns.length > 0),
  };
  if (!isKnown || (done.joined && done.leader && done.officer)) return null;
  return (
    <Section title={words.title}>
      <ol className={css.steps}>
        {(Object.keys(words.items) as (keyof typeof words.items)[]).map((step) => (
          <li key={step}>{words.items[step]} <span className={css.soft}>({done[step] ? `✓ ${words.done}` : words.todo})</span></li>
        ))}
      </ol>
    </Section>
  );
}
