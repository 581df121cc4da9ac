import { useState } from 'react';
import { useCan, useSession } from '../session';
import { formatDay } from '../text/format';
import { issued as words } from '../text/vi-attachment';
import { Button } from '../ui/button';
import { FormActions } from '../ui/form';
import { Facts } from '../ui/page';
import type { IssuedDocumentFragment } from './attachment.generated';
import css from './attachment.module.css';
import { FileList } from './file-list';
import { IssuedForm } from './issued-form';

/** "Văn bản đã ban hành": number, day, signer and the signed file of what an assignment had to lead to, or how to record it. */
export function IssuedDocument({ assignment, product }: { assignment: IssuedDocumentFragment; product: string | null }) {
  const [entering, setEntering] = useState(false);
  const { viewer } = useSession();
  const mayRecord = useCan('Mutation.recordDocument') && assignment.unit.id === viewer.unit.id;
  const { documentNumber, documentDay, documentSigner, documentFile, files } = assignment;
  const replaced = files.filter(({ id }) => id !== documentFile?.id);
  return (
    <div className={css.issued}>
      <h3>{words.title}</h3>
      {product && <p className={css.soft}>{words.product(product)}</p>}
      {documentNumber ? (
        <>
          <Facts
            items={[
              { label: words.number, value: documentNumber },
              { label: words.day, value: documentDay && formatDay(documentDay) },
              { label: words.signer, value: documentSigner },
            ]}
          />
          {documentFile && <FileList files={[documentFile]} label={words.file} />}
          {replaced.length > 0 && (
            <details className={css.hashes}>
              <summary>{words.replaced(replaced.length)}</summary>
              <FileList files={replaced} label={words.replaced(replaced.length)} />
            </details>
          )}
        </>
      ) : (
        <p>{words.none}</p>
      )}
      {mayRecord && !entering && (
        <FormActions>
          <Button onClick={() => setEntering(true)}>{documentNumber ? words.replace : words.add}</Button>
        </FormActions>
      )}
      {entering && <IssuedForm assignment={assignment} onClose={() => setEntering(false)} />}
    </div>
  );
}
