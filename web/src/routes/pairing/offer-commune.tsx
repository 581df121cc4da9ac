import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { command } from '../../graphql/mutation';
import { useSession } from '../../session';
import { formatDay } from '../../text/format';
import { offerCommune as words } from '../../text/vi-pairing';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/confirm-dialog';
import { EditForm } from '../household/edit-form';
import { defineEdit, type EditSpec } from '../household/edit-spec';
import { PairingHelpersDocument, ProposePairingDocument } from '../household/household-help-edit.generated';
import { HouseholdCommunesDocument } from '../household/household-list.generated';

/** A body offers to help a commune, a commune asks a body: agreed before any of its households is given. */
export function OfferCommune() {
  const { viewer, today } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const asks = viewer.portalKind === 'commune';
  const bodies = useQuery(PairingHelpersDocument, { skip: !isOpen || !asks, fetchPolicy: 'cache-first' });
  const communes = useQuery(HouseholdCommunesDocument, { skip: !isOpen || asks, fetchPolicy: 'cache-first' });
  const others = asks ? bodies.data?.units.nodes.map(({ id, name }) => ({ value: id, label: name })) : communes.data?.units.nodes.map(({ id, shortName }) => ({ value: id, label: shortName }));
  const close = () => setIsOpen(false);
  const title = asks ? words.ask : words.offer;
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{title}</Button>
      {isOpen && others && <Dialog title={title} open onClose={close}><EditForm spec={specOf(title, viewer.unit.id, asks, others, today)} form="xa" onClose={close} /></Dialog>}
    </>
  );
}

function specOf(title: string, own: string, asks: boolean, others: readonly { value: string; label: string }[], today: string): EditSpec {
  const days = { validFrom: { kind: 'day', label: words.from, required: true }, validTo: { kind: 'day', label: words.to } } as const;
  const rest = { title, lead: words.lead, submit: words.send, done: words.sent, initial: { validFrom: formatDay(today) } };
  if (asks) {
    return defineEdit({
      ...rest, fields: { helper: { kind: 'select', label: words.body, choices: others, required: true }, ...days },
      send: (values) => command(ProposePairingDocument, { input: { commune: own, ...values } }),
    });
  }
  return defineEdit({
    ...rest,
    fields: { commune: { kind: 'select', label: words.commune, choices: others, required: true }, ...days, officer: { kind: 'text', label: words.officer, most: 120 }, promise: { kind: 'long', label: words.promise, most: 1000 } },
    send: (values) => command(ProposePairingDocument, { input: { helper: own, ...values } }),
  });
}
