import { formatDay } from '../text/format';
import { text } from '../text/text';
import { StatusTag } from '../ui/status-tag';
import { useSession } from '../session';
import { figuresOf, statusLabel, tones, type Standing } from './standing';

/** An assignment's computed status, with the rule and its figures behind "Vì sao?". */
export function AssignmentStatusTag({ of, plain }: { of: Standing; plain?: boolean }) {
  const { today } = useSession();
  const why = { rule: text.rule[of.statusRule], figures: figuresOf(of), dataDay: formatDay(today) };
  return <StatusTag tone={tones[of.status]} label={statusLabel(of)} why={plain ? undefined : why} />;
}
