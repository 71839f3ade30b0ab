import { directory, listSections, type listUnits } from '@quanheng/contract/organisation'
import type { ReplyOf } from '@quanheng/contract/route'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { useMay, useSession } from '../../../shared/session/session.ts'
import styles from '../organisation.module.css'
import type { NamesTarget } from './NamesForm.tsx'

const NamesForm = lazy(() => import('./NamesForm.tsx'))

type Unit = ReplyOf<typeof listUnits>['rows'][number]

/** One unit: names, sections, who holds which post today, and its act history. */
export const UnitDetail = ({ unit }: { readonly unit: Unit }) => {
  const session = useSession()
  const mayUnit = useMay('unit.manage')
  const isOwnAdmin = session.posts.some((post) => post.kind === 'unitAdmin' && post.unitId === unit.id)
  const maySection = mayUnit || isOwnAdmin
  const [target, setTarget] = useState<NamesTarget>()
  const sections = useQueryRoute(listSections, { params: { unitId: unit.id } }).data?.rows ?? []
  const posts = useQueryRoute(directory, { query: { unitId: unit.id } }).data?.rows ?? []
  return (
    <div className={styles.drawer}>
      <section>
        <h3>
          {t('单位')}
          {mayUnit && (
            <Button size="small" onClick={() => setTarget({ kind: 'unit', row: unit })}>
              {t('修改')}
            </Button>
          )}
        </h3>
        <Facts
          items={[
            { label: t('全称'), value: unit.name },
            { label: t('简称'), value: unit.shortName },
            { label: t('别名'), value: unit.aliases.join('、') || t('无') },
            { label: t('状态'), value: word('nounState', unit.state) },
          ]}
        />
      </section>
      <section>
        <h3>
          {t('科室（{{count}}）', { count: sections.length })}
          {maySection && unit.state === 'active' && (
            <Button size="small" onClick={() => setTarget({ kind: 'newSection', unitId: unit.id })}>
              {t('登记科室')}
            </Button>
          )}
        </h3>
        <ul className={styles.list}>
          {sections.map((section) => (
            <li key={section.id}>
              <span className={section.state === 'closed' ? styles.past : undefined}>{section.name}</span>
              <small>
                {[section.shortName === section.name ? '' : section.shortName, ...section.aliases]
                  .filter(Boolean)
                  .join('、')}
                {section.state === 'closed' && ` ${word('nounState', 'closed')}`}
              </small>
              {maySection && (
                <Button size="small" onClick={() => setTarget({ kind: 'section', row: section })}>
                  {t('修改')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('现任（{{count}}）', { count: posts.length })}</h3>
        <ul className={styles.list}>
          {posts.map((post) => (
            <li key={post.id}>
              <span>{post.personName}</span>
              <span>{word('post', post.kind)}</span>
              <small>
                {[post.sectionName, post.title, post.acting ? t('主持工作') : ''].filter(Boolean).join(' · ')}
              </small>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('操作留痕')}</h3>
        <ObjectHistory subjectId={unit.id} />
      </section>
      {target && (
        <Suspense>
          <NamesForm target={target} onClose={() => setTarget(undefined)} />
        </Suspense>
      )}
    </div>
  )
}
