import { citedInLibrary } from '@quanheng/contract/library'
import { Link } from '@tanstack/react-router'
import { useQueryRoute } from '../api/hooks.ts'
import { t } from '../i18n/t.ts'
import styles from './library.module.css'
import { ValidityTag } from './ValidityTag.tsx'

/** As many as are asked at once. */
const most = 500

/** Documents among those named that hold no more, or not yet, with what took their place. Says nothing of what is in force or unknown. */
export const CitedMarks = ({ names }: { readonly names: readonly string[] }) => {
  const asked = names.filter((name) => name.length <= 300).slice(0, most)
  const cited = useQueryRoute(citedInLibrary, { body: { names: asked } }, { enabled: asked.length > 0 })
  const rows = asked.length === 0 ? [] : (cited.data?.rows ?? [])
  const doubtful = new Map(
    rows.filter(({ validity }) => validity !== 'inForce').map((row) => [row.libraryDocumentId, row]),
  )
  return [...doubtful.values()].map(({ libraryDocumentId, title, validity, replacedBy }) => (
    <span key={libraryDocumentId} role="note" className={styles.mark}>
      <ValidityTag validity={validity} />{' '}
      <Link to={'/library/$libraryDocumentId' as never} params={{ libraryDocumentId } as never}>
        {title}
      </Link>
      {replacedBy !== null && t('，新版本 {{replacedBy}}', { replacedBy })}
    </span>
  ))
}
