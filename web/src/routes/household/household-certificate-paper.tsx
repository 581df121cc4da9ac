import { useSession } from '../../session';
import { formatDay, formatNumber } from '../../text/format';
import { standardChoices } from '../../text/vi-household';
import { certificate as words, certificatePaper as say } from '../../text/vi-household-certificate';
import css from './household-certificate.module.css';
import type { IssueClassCertificateMutation } from './household-certificate.generated';
import { Masthead } from './household-paper';

export type Certificate = NonNullable<IssueClassCertificateMutation['issueClassCertificate']['certificate']>;

/** Căn cứ and form of a named document with one signature (Nghị định 30/2020/NĐ-CP, phụ lục I and III); its number is given by the clerk who registers it. */
export function CertificatePaper({ paper, isDemo }: { paper: Certificate; isDemo: boolean }) {
  const { viewer } = useSession();
  const [year, month, day] = paper.issuedOn.split('-') as [string, string, string];
  return (
    <section className={css.sheet} aria-label={words.sheet}>
      {isDemo && <p className={css.demo}>{words.demo}</p>}
      <Masthead number={say.number} placeAndDay={say.placeAndDay(viewer.unit.shortName.replace(/^(Xã|Phường) /, ''), day, month > '02' ? month.replace(/^0/, '') : month, year)} />
      <div className={css.title}>
        <h2>{say.title}</h2>
        <p>{say.subject}</p>
      </div>
      <p>{say.confirms(paper.communeName.replace(/^UBND/, 'Ủy ban nhân dân'))}</p>
      <dl className={css.about}>
        <div><dt>{say.head}:</dt> <dd><strong>{paper.headName}</strong></dd></div>
        <div><dt>{say.code}:</dt> <dd>{paper.code}</dd></div>
        <div><dt>{say.address}:</dt> <dd>{paper.address.replace(/\bUBND (?=xã|phường)/, '')}</dd></div>
      </dl>
      <p><strong>{say.class(say.classes[paper.class], formatDay(paper.day))}</strong></p>
      <p>{say.standard(standardChoices[paper.standard] ?? paper.standard)}</p>
      <p>{say.since(formatDay(paper.since))}</p>
      {paper.decisionNumber && paper.decisionDay && <p>{say.decision(paper.decisionNumber, formatDay(paper.decisionDay))}</p>}
      <p>{say.members(formatNumber(paper.members.length))}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.order}</th>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.birthYear}</th>
            <th scope="col">{say.relation}</th>
          </tr>
        </thead>
        <tbody>
          {paper.members.map(({ fullName, birthYear, relation }, at) => (
            <tr key={`${fullName} ${birthYear} ${at}`}>
              <td>{at + 1}</td>
              <td>{fullName}</td>
              <td>{birthYear}</td>
              <td>{relation}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css.signing}>
        <div className={css.receivers}>
          <p>{say.receivers}</p>
          {say.receiverList.map((line) => <p key={line}>{line}</p>)}
        </div>
        <div className={css.signature}>
          <p>{say.onBehalf}</p>
          <p>{say.chair}</p>
          <p>{paper.communeHeadName}</p>
        </div>
      </div>
    </section>
  );
}
