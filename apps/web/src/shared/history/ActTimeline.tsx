import type { ReactNode } from 'react'
import { t } from '../i18n/t.ts'
import { sayMoment } from '../time/time.ts'
import styles from './timeline.module.css'

export interface ActEntry {
  readonly id: string
  /** 操作留痕 label of the route, e.g. 印发方案. */
  readonly act: string
  readonly person: string
  /** The post acted under, in words, with its unit. */
  readonly post: string
  /** Instant, ISO 8601. */
  readonly at: string
  readonly reason?: string | null
  /** What changed, field by field. */
  readonly changes?: readonly { readonly field: string; readonly before: ReactNode; readonly after: ReactNode }[]
  /** Number of its leaf in the log; null while it waits to be put in; absent where the page does not know. */
  readonly leaf?: number | null
}

/** 操作留痕: who, under which post, when, what, and what it was before. Newest first, as the server gives it. */
export const ActTimeline = ({ entries }: { readonly entries: readonly ActEntry[] }) =>
  entries.length === 0 ? (
    <p>{t('尚无操作')}</p>
  ) : (
    <ol className={styles.timeline}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className={styles.head}>
            <strong>{entry.act}</strong>
            <span>
              {entry.person}（{entry.post}）
            </span>
            <time dateTime={entry.at}>{sayMoment(entry.at)}</time>
            {entry.leaf !== undefined && (
              <span className={styles.leaf}>
                {entry.leaf === null ? t('待存证') : t('留痕第 {{leaf}} 号', { leaf: entry.leaf })}
              </span>
            )}
          </p>
          {entry.reason && <p>{t('理由：{{reason}}', { reason: entry.reason })}</p>}
          {entry.changes && entry.changes.length > 0 && <Changes changes={entry.changes} />}
        </li>
      ))}
    </ol>
  )

const Changes = ({ changes }: { readonly changes: NonNullable<ActEntry['changes']> }) => (
  <table className={styles.changes}>
    <thead>
      <tr>
        <th scope="col">{t('事项')}</th>
        <th scope="col">{t('变更前')}</th>
        <th scope="col">{t('变更后')}</th>
      </tr>
    </thead>
    <tbody>
      {changes.map((change) => (
        <tr key={change.field}>
          <th scope="row">{change.field}</th>
          <td>{change.before}</td>
          <td>{change.after}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
