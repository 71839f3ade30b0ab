import { chooseFields, fieldTable, showNotice, showReading } from '@quanheng/contract/notice'
import type { BodyOf } from '@quanheng/contract/route'
import { type NoticePart, noticeParts } from '@quanheng/domain/notice/model'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import type { Search } from '../../../shared/route/search.ts'
import { ExportButton } from '../../../shared/table/ExportButton.tsx'
import { FieldList } from '../fields/FieldList.tsx'
import { FindingList } from '../findings/FindingList.tsx'
import styles from '../notice.module.css'
import type { Choice, Field, Notice, NoticeFinding } from '../notice.ts'
import { changesIn, noticeOf, undecided } from '../notice.ts'
import { NoticeText } from '../text/NoticeText.tsx'
import { partWord } from '../words.ts'

const AdjustPlan = lazy(() => import('../draft/AdjustPlan.tsx'))
const MakeDraft = lazy(() => import('../draft/MakeDraft.tsx'))
const CompareNotice = lazy(() => import('../compare/CompareNotice.tsx'))

const crumbs = () => [{ title: t('文件导入'), to: '/notices' }]

const NoticePage = () => {
  const { noticeId } = useParams({ strict: false }) as { noticeId: string }
  const shown = useQueryRoute(showNotice, { params: { noticeId } })
  const reading = useQueryRoute(showReading, { params: { noticeId } })
  const notice = useMemo(
    () => (shown.data && reading.data ? noticeOf(shown.data, reading.data) : undefined),
    [shown.data, reading.data],
  )
  if (notice?.id !== noticeId || reading.isPlaceholderData) {
    const refused = shown.error ? shown : reading.error ? reading : undefined
    return (
      <Page crumbs={crumbs()}>
        {refused?.error ? <Refusal refusal={refused.error} onRetry={refused.refetch} /> : <p>{t('正在读取…')}</p>}
      </Page>
    )
  }
  return <Opened key={noticeId} notice={notice} />
}

type Pane = NoticePart | 'findings' | 'compare'

interface Pointer {
  readonly field?: string
  readonly place?: number
}

const partOf = ({ rows }: Notice, id: string | undefined): NoticePart | undefined =>
  rows.find(({ fields }) => fields.some((field) => field.id === id))?.part

/** What the address asks for: a field, from its row in the plan, or the place of a finding. */
const pointerTo = (notice: Notice, field: string | undefined, place: string | undefined): Pointer => {
  if (partOf(notice, field) !== undefined) return { field: field as string }
  return place !== undefined && /^\d+$/.test(place) ? { place: Number(place) } : {}
}

const Opened = ({ notice }: { readonly notice: Notice }) => {
  const navigate = useNavigate()
  const { tab, field: asked, place } = useSearch({ strict: false }) as Search
  const [pointer, setPointer] = useState<Pointer>(() => pointerTo(notice, asked, place))
  const [drafting, setDrafting] = useState(false)
  const [adjusting, setAdjusting] = useState(false)
  const command = useCommand(chooseFields)
  const openPane = useCallback(
    (pane: Pane) => void navigate({ to: '.', search: { tab: pane } as never, replace: true, resetScroll: false }),
    [navigate],
  )
  const filled = noticeParts.filter((part) => notice.rows.some((row) => row.part === part))
  const wanted = tab ?? partOf(notice, pointer.field)
  const pane = ([...filled, 'findings', 'compare'] as const).find((one) => one === wanted) ?? filled[0] ?? 'findings'
  const open = undecided(notice, notice.rows)
  const closed = notice.planId !== null
  const changes = changesIn(notice)

  const select = useCallback(
    (field: Field) => {
      setPointer({ field: field.id })
      const part = partOf(notice, field.id)
      if (part) openPane(part)
    },
    [notice, openPane],
  )
  const decide = (body: Omit<BodyOf<typeof chooseFields>, 'version'>) =>
    void command.run({ params: { noticeId: notice.id }, body: { version: notice.version, ...body } })
  const choose = ({ id }: Field, choice: Choice | null) => decide({ choices: [{ field: id, choice }] })
  const acceptRest = (part: NoticePart | null) => decide({ choices: [], rest: { state: 'accepted', part } })

  const label = (part: NoticePart) => {
    const left = undecided(
      notice,
      notice.rows.filter((row) => row.part === part),
    ).length
    return left === 0 ? partWord(part) : t('{{part}}（{{count}}）', { part: partWord(part), count: left })
  }
  const items = [
    ...filled.map((part) => ({ key: part as Pane, label: label(part) })),
    { key: 'findings' as const, label: t('意见（{{count}}）', { count: notice.openFindings }) },
    { key: 'compare' as const, label: t('比对') },
  ]

  return (
    <Page
      title={notice.title ?? notice.fileName}
      crumbs={crumbs()}
      note={<span className={styles.none}>{notice.documentNumber}</span>}
      next={<Next notice={notice} />}
      actions={
        <>
          <ExportButton
            label={t('导出核对表')}
            onExport={(format) => download(fieldTable, { params: { noticeId: notice.id }, query: { format } })}
          />
          {!closed && open.length > 0 && (
            <Button disabled={command.pending} onClick={() => acceptRest(null)}>
              {t('采用其余全部 {{count}} 项', { count: open.length })}
            </Button>
          )}
          {!closed && changes.length > 0 && (
            <Button type="primary" disabled={undecided(notice, changes).length > 0} onClick={() => setAdjusting(true)}>
              {t('据此修订方案')}
            </Button>
          )}
          {!closed && changes.length === 0 && (
            <Button type="primary" disabled={open.length === notice.fields} onClick={() => setDrafting(true)}>
              {t('生成方案草稿')}
            </Button>
          )}
        </>
      }
    >
      <Refusal refusal={command.refusal} />
      <div className={pane === 'compare' ? `${styles.sides} ${styles.wide}` : styles.sides}>
        {pane !== 'compare' && (
          <NoticeText notice={notice} selected={pointer.field} place={pointer.place} onSelect={select} />
        )}
        <div className={styles.side}>
          <Tabs
            size="small"
            tabBarGutter={14}
            activeKey={pane}
            onChange={(key) => openPane(key as Pane)}
            items={items}
          />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
          <section key={pane} className={styles.pane} aria-label={t('草稿内容')} tabIndex={0}>
            {pane === 'findings' ? (
              <FindingList notice={notice} onShow={({ start }: NoticeFinding) => setPointer({ place: start })} />
            ) : pane === 'compare' ? (
              <Suspense>
                <CompareNotice notice={notice} />
              </Suspense>
            ) : (
              <FieldList
                key={pane}
                notice={notice}
                rows={notice.rows.filter(({ part }) => part === pane)}
                selected={pointer.field}
                busy={command.pending}
                closed={closed}
                onSelect={select}
                onChoose={choose}
                onAcceptRest={() => acceptRest(pane)}
              />
            )}
          </section>
        </div>
      </div>
      {adjusting && (
        <Suspense>
          <AdjustPlan notice={notice} onClose={() => setAdjusting(false)} />
        </Suspense>
      )}
      {drafting && (
        <Suspense>
          <MakeDraft notice={notice} onClose={() => setDrafting(false)} />
        </Suspense>
      )}
    </Page>
  )
}

const Next = ({ notice }: { readonly notice: Notice }) => {
  if (notice.planId !== null && notice.replacedBy !== null)
    return (
      <NextAct turn="done">
        {t('方案已按修订文件修改，此后以修订文件为准：')}
        <Link to="/notices/$noticeId" params={{ noticeId: notice.replacedBy }}>
          {t('看修订文件')}
        </Link>
      </NextAct>
    )
  if (notice.planId !== null)
    return (
      <NextAct turn="mine">
        {changesIn(notice).length > 0 ? t('已列入方案校核：') : t('已生成方案草稿：')}
        <Link to="/plans/$planId" params={{ planId: notice.planId }}>
          {notice.planTitle}
        </Link>
      </NextAct>
    )
  return (
    <NextAct turn="mine">
      {notice.undecided > 0
        ? t('逐项核对：点原文中的彩色文字或右侧的字段，两边互相定位。还有 {{count}} 项未核对。', {
            count: notice.undecided,
          })
        : changesIn(notice).length > 0
          ? t('已全部核对，可以据此修订方案。')
          : t('已全部核对，可以生成方案草稿。')}
    </NextAct>
  )
}

export default NoticePage
