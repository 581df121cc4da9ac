import { fileAddress } from '../graphql/file';
import { attachment as words, fileKind } from '../text/vi-attachment';
import type { AttachedFileFragment } from './attachment.generated';
import css from './attachment.module.css';
import { formatBytes } from './bytes';

/** Files that belong to something: pictures as small pictures, others by name, each opened from the server under the reader's own rights. */
export function FileList({ files, label = words.filesOf }: { files: readonly AttachedFileFragment[]; label?: string }) {
  if (files.length === 0) return null;
  const pictures = files.filter(({ mediaType }) => mediaType.startsWith('image/'));
  const others = files.filter(({ mediaType }) => !mediaType.startsWith('image/'));
  return (
    <div role="group" aria-label={label} className={css.files}>
      {pictures.length > 0 && (
        <ul className={css.pictures}>
          {pictures.map(({ id, name, size }) => (
            <li key={id}>
              <a href={fileAddress(id)} target="_blank" rel="noopener" className={css.picture}>
                <img src={fileAddress(id)} alt={words.imageAlt(name)} loading="lazy" decoding="async" width={148} height={111} />
                <span className={css.caption}>
                  <span className={css.name}>{name}</span>
                  <span className={css.soft}>{formatBytes(size)}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className={css.papers}>
          {others.map(({ id, name, size, mediaType }) => (
            <li key={id} className={css.paper}>
              <span className={css.kind}>{fileKind[mediaType]}</span>{' '}
              <a href={fileAddress(id)} target="_blank" rel="noopener">
                {name}
              </a>{' '}
              <span className={css.soft}>{formatBytes(size)}</span>
            </li>
          ))}
        </ul>
      )}
      <details className={css.hashes}>
        <summary>{words.hashes}</summary>
        <p className={css.soft}>{words.hashesLead}</p>
        <ul>
          {files.map(({ id, name, sha256 }) => (
            <li key={id}>
              {name}: <code>{sha256}</code>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
