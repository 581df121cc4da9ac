import { useSession } from '../../session';
import { about as words } from '../../text/vi-unit-request';
import { ButtonLink } from '../../ui/button';

/** From an own assignment: ask for more time, or put a question about it. */
export function AskAbout({ assignment }: { assignment: { id: string; doneOn: string | null } }) {
  const { viewer } = useSession();
  const params = { unitCode: viewer.unit.code };
  return (
    <>
      {viewer.portalKind !== 'secretariat' && assignment.doneOn === null && <ButtonLink to="/cong/$unitCode/kien-nghi/moi" params={params} search={{ viec: assignment.id, loai: 'gh' }}>{words.extension}</ButtonLink>}
      <ButtonLink to="/cong/$unitCode/kien-nghi/moi" params={params} search={{ viec: assignment.id, loai: 'kn' }}>{words.recommendation}</ButtonLink>
    </>
  );
}
