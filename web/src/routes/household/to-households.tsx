import { useSession } from '../../session';
import { ButtonLink } from '../../ui/button';

/** The way to where a pairing or a request begins: a household. */
export function ToHouseholds({ label }: { label: string }) {
  const { viewer } = useSession();
  return <ButtonLink to="/cong/$unitCode/ho" params={{ unitCode: viewer.unit.code }}>{label}</ButtonLink>;
}
