import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../../session';
import { ask as words } from '../../text/vi-unit-request';
import { Page } from '../../ui/page';
import { AskForm } from './ask-form';
import { kindOf } from './unit-request-filters';

/** A new question to another unit; from a task's page it is about that assignment. */
export function AskPage() {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const { viec, loai } = useSearch({ from: '/cong/$unitCode/kien-nghi/moi' });
  return (
    <Page title={words.title} lead={words.lead}>
      <AskForm
        start={{ ...(viec && { assignment: viec }), ...(loai && { kind: kindOf(loai) }) }} draft={`kien-nghi:moi:${viec ?? ''}:${loai ?? ''}`}
        onDone={(requestId) => void navigate({ to: '/cong/$unitCode/kien-nghi/$requestId', params: { unitCode: viewer.unit.code, requestId } })}
        onClose={() => void navigate({ to: '/cong/$unitCode/kien-nghi', params: { unitCode: viewer.unit.code } })}
      />
    </Page>
  );
}
