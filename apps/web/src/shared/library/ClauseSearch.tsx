import { searchClauses } from '@quanheng/contract/library'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useQueryRoute } from '../api/hooks.ts'
import { t } from '../i18n/t.ts'
import { Refusal } from '../page/Refusal.tsx'
import type { FoundClause } from './found-clause.ts'
import styles from './library.module.css'
import { ValidityTag } from './ValidityTag.tsx'

/** Published clauses, those in force first; nothing is asked before somebody looks for words. */
const ClauseSearch = ({ onPick }: { readonly onPick: (clause: FoundClause) => void }) => {
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const asked = useQueryRoute(searchClauses, { query: { q } })
  const rows = asked.data?.rows
  return (
    <div className={styles.search}>
      <Input.Search
        autoFocus
        maxLength={100}
        aria-label={t('名称、文号或条文')}
        placeholder={t('名称、文号或条文，多个词用空格隔开')}
        enterButton={t('查找')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onSearch={(words) => setQ(words.trim())}
      />
      <Refusal refusal={asked.error} />
      {rows?.length === 0 && (
        <p>{q === '' ? t('制度文件中还没有已发布的条文。') : t('没有找到。换个说法，或只填关键的两三个字再查。')}</p>
      )}
      <ul className={styles.found} aria-busy={asked.isFetching}>
        {rows?.map((row) => (
          <li key={row.libraryDocumentId + row.article}>
            <span>
              <strong>{`《${row.title}》${row.article}`}</strong>{' '}
              {row.validity !== 'inForce' && <ValidityTag validity={row.validity} />}
            </span>
            <span className={styles.text}>{row.text}</span>
            <Button
              size="small"
              onClick={() => onPick(row)}
              aria-label={t('引用 {{title}}{{article}}', { title: row.title, article: row.article })}
            >
              {t('引用')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

export default ClauseSearch
