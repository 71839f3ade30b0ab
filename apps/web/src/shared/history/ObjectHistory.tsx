import { listActs } from '@quanheng/contract/act'
import type { ReplyOf } from '@quanheng/contract/route'
import { Button } from 'antd'
import { useState } from 'react'
import { useQueryRoute } from '../api/hooks.ts'
import { currentLanguage } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'
import { word, words } from '../i18n/word.ts'
import { Pending } from '../page/Pending.tsx'
import { type ActEntry, ActTimeline } from './ActTimeline.tsx'

type Entry = ReplyOf<typeof listActs>['rows'][number]
type Told = Entry['changes'][number]['before']

const say = (told: Told): string =>
  told === null ? t('（空）') : 'text' in told ? told.text : words(told.vocabulary, told.member)

/** An act in the reader's language: the 操作留痕 label, or the English line of its route. */
export const actLabel = (act: { readonly label: string; readonly summary: string }): string =>
  currentLanguage() === 'en' ? act.summary : act.label

/** The post acted under, with where it is held; acts without one are the person's own account or the platform's. */
const actPost = (act: Pick<Entry, 'post' | 'unit' | 'section'>): string =>
  [act.unit, act.section, act.post === null ? null : word('post', act.post)].filter(Boolean).join(' · ')

const entryOf = (act: Entry): ActEntry => ({
  id: act.id,
  act: actLabel(act),
  person: act.person ?? t('平台'),
  post: actPost(act) || t('本人账号'),
  at: act.at,
  reason: act.reason,
  leaf: act.leaf,
  changes: act.changes.map((change) => ({
    field: words('actField', change.field),
    before: say(change.before),
    after: say(change.after),
  })),
})

const pageSize = 20

/** 操作留痕 of any object, by its id: what of it this person may see, newest first. */
export const ObjectHistory = ({ subjectId }: { readonly subjectId: string }) => {
  const [size, setSize] = useState(pageSize)
  const asked = useQueryRoute(listActs, { params: { subjectId }, query: { size } })
  if (!asked.data) return <Pending refusal={asked.error} onRetry={asked.refetch} />
  const { rows, total } = asked.data
  return (
    <>
      <ActTimeline entries={rows.map(entryOf)} />
      {rows.length < total && size < 200 && (
        <div>
          <Button size="small" loading={asked.isFetching} onClick={() => setSize(Math.min(200, size + 60))}>
            {t('更早的操作（共 {{total}} 次）', { total })}
          </Button>
        </div>
      )}
    </>
  )
}
