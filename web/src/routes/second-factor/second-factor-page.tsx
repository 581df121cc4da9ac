import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { formatInstant, formatNumber } from '../../text/format';
import { factor as words } from '../../text/vi-second-factor';
import { Button } from '../../ui/button';
import { Facts, Notice, Page, Section } from '../../ui/page';
import { IdentityLinks } from './identity-links';
import { RemoveForm } from './remove-form';
import { SecondFactorDocument } from './second-factor.generated';
import { SetUp } from './set-up';
import css from './second-factor.module.css';

/** "Xác thực hai lớp": one's own second factor, turned on by a device's first code and off by password and code. */
export function SecondFactorPage() {
  const result = useQuery(SecondFactorDocument, { fetchPolicy: 'network-only' });
  const [codes, setCodes] = useState<readonly string[]>([]);
  const reread = () => void result.refetch();
  return (
    <Page title={words.title} lead={words.lead}>
      {codes.length > 0 ? <RecoveryCodes codes={codes} onKept={() => { setCodes([]); reread(); }} /> : (
        <Answer result={result} data={result.data?.secondFactor} rows={3}>
          {({ isOn, isRequired, enabledAt, codesLeft }) => (
            <>
              {isRequired && <Notice>{words.required}</Notice>}
              <Facts items={[
                { label: words.state, value: isOn && enabledAt ? words.on(formatInstant(enabledAt)) : words.off },
                ...(isOn ? [{ label: words.codesLeft, value: formatNumber(codesLeft) }] : []),
              ]} />
              {isOn && codesLeft < 3 && <Notice>{words.fewCodes}</Notice>}
              {isOn ? <Section title={words.turnOff}><RemoveForm onRemoved={reread} /></Section> : <Section title={words.turnOn}><SetUp onDone={setCodes} /></Section>}
              {!isRequired && <IdentityLinks />}
            </>
          )}
        </Answer>
      )}
    </Page>
  );
}

function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <Section title={words.codesTitle}>
      <p role="status">{words.codesLead}</p>
      <ol className={css.codes}>{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ol>
      <div className={css.actions}>
        <Button onClick={() => print()}>{words.print}</Button>
        <Button kind="primary" onClick={onKept}>{words.kept}</Button>
      </div>
    </Section>
  );
}
