import { countData, dataChoices, dataTable, listData } from '@quanheng/contract/datum'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useCallback, useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { DraftNote } from '../../../shared/form/DraftNote.tsx'
import { useLeaveGuard } from '../../../shared/form/use-leave-guard.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import type { Search } from '../../../shared/route/search.ts'
import { useMay } from '../../../shared/session/session.ts'
import type { Filter } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { ImportTable } from '../acts/ImportTable.tsx'
import type { DatumRow } from '../row.ts'
import { saySource } from '../say.ts'
import { dataColumns, type Picking } from '../table/columns.tsx'
import { type Counts, type Turn, Turns } from '../table/Turns.tsx'
import { useEdits } from '../use-edits.ts'

const DatumPanel = lazy(() => import('../datum/DatumPanel.tsx'))
const BatchReport = lazy(() => import('../acts/BatchReport.tsx').then((file) => ({ default: file.BatchReport })))
const BatchConfirm = lazy(() => import('../acts/BatchAct.tsx').then((file) => ({ default: file.BatchConfirm })))
const BatchClose = lazy(() => import('../acts/BatchAct.tsx').then((file) => ({ default: file.BatchClose })))

const states = ['notReported', 'drafting', 'reported', 'confirmed', 'returned', 'verified', 'closed'] as const
const sources = ['appraisedUnit', 'section', 'provider', 'superior', 'substitute'] as const
const turns: readonly Turn[] = ['report', 'confirm', 'close']
/** Read from the address beside the filters of the table: tabs, and what a link from the workbench narrows to. */
const beside = ['turn', 'overdue', 'elementKey'] as const

const useFilters = (): readonly Filter[] => {
  const choices = useQueryRoute(dataChoices, {}).data
  const { planId } = useSearch({ strict: false }) as Search
  const plans = choices?.plans ?? []
  const chosen = plans.find((plan) => plan.id === planId) ?? (plans.length === 1 ? plans[0] : undefined)
  return [
    { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('数据项、指标或单位') },
    {
      kind: 'choice',
      name: 'planId',
      label: t('方案'),
      options: plans.map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      kind: 'choice',
      name: 'leafKey',
      label: t('指标'),
      options: (chosen?.leaves ?? []).map(({ key, name }) => ({ value: key, label: name })),
    },
    {
      kind: 'choice',
      name: 'unitId',
      label: t('考核单位'),
      options: (choices?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: 'choice',
      name: 'state',
      label: t('状态'),
      options: states.map((state) => ({ value: state, label: word('datumState', state) })),
    },
    {
      kind: 'choice',
      name: 'source',
      label: t('来源'),
      options: sources.map((source) => ({ value: source, label: saySource(source) })),
    },
  ]
}

const Next = ({ counts, onGo }: { readonly counts: Counts; readonly onGo: (turn: Turn) => void }) => {
  const go = (turn: Turn, label: string) => (
    <Button type="primary" onClick={() => onGo(turn)}>
      {label}
    </Button>
  )
  if (counts.report > 0)
    return (
      <NextAct turn="mine" act={go('report', t('去报送'))}>
        {t('有 {{count}} 项数据待您报送。', { count: counts.report })}
      </NextAct>
    )
  if (counts.confirm > 0)
    return (
      <NextAct turn="mine" act={go('confirm', t('去确认'))}>
        {t('有 {{count}} 项数据待您确认。', { count: counts.confirm })}
      </NextAct>
    )
  if (counts.close > 0)
    return (
      <NextAct turn="mine" act={go('close', t('去关闭'))}>
        {t('有 {{count}} 项数据已确认，待您关闭后用于评分。', { count: counts.close })}
      </NextAct>
    )
  return <NextAct turn="others">{t('目前没有待您办理的数据。')}</NextAct>
}

const CollectionPage = () => {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const store = useEdits()
  const filters = useFilters()
  const [picked, setPicked] = useState<ReadonlyMap<string, DatumRow>>(new Map())
  const [dialog, setDialog] = useState<'report' | 'confirm' | 'close'>()
  const mayUrge = useMay('datum.urge')
  const mayReport = useMay('datum.report')
  const mayConfirm = useMay('datum.confirm')
  useLeaveGuard(Object.keys(store.edits).length > 0 && ['unsaved', 'refused'].includes(store.draft.state))

  const turn = turns.find((one) => one === search.turn)
  const overdue = search.overdue === 'yes'
  const given = Object.fromEntries(beside.flatMap((name) => (search[name] ? [[name, search[name]]] : [])))
  const narrowed = Object.fromEntries(
    ['planId', 'leafKey', 'unitId', 'state', 'source', 'q', 'elementKey'].flatMap((name) =>
      search[name] ? [[name, search[name]]] : [],
    ),
  )
  const counts = useQueryRoute(countData, { query: narrowed }).data

  const put = (part: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: (before: Search) => ({ ...before, page: undefined, ...part }) } as never)
  const choose = (next: Turn | undefined, late: boolean) => {
    setPicked(new Map())
    put({ turn: next, overdue: late ? 'yes' : undefined, ...(next === undefined && { elementKey: undefined }) })
  }
  const toggle = useCallback(
    (row: DatumRow) =>
      setPicked((before) => {
        const next = new Map(before)
        if (!next.delete(row.id)) next.set(row.id, row)
        return next
      }),
    [],
  )
  const pickAll = async (may: Picking['may']) => {
    const all = await call(listData, { query: { ...narrowed, turn: may, size: 200 } })
    setPicked(new Map(all.rows.filter((row) => row.may.includes(may)).map((row) => [row.id, row])))
  }
  const picking: Picking | undefined =
    turn === 'confirm' || turn === 'close' ? { picked: new Set(picked.keys()), toggle, may: turn } : undefined
  const paste = async (ids: readonly string[], texts: readonly string[]) => {
    const rows = await call(listData, { query: { ...narrowed, ...given, size: 200 } as never })
    const byId = new Map(rows.rows.map((row) => [row.id, row]))
    for (const [index, text] of texts.entries()) {
      const row = byId.get(ids[index] ?? '')
      if (row) store.change(row, { text: text.trim() })
    }
  }
  const typed = Object.keys(store.edits).length
  const done = () => {
    setDialog(undefined)
    setPicked(new Map())
  }

  return (
    <Page
      next={counts && <Next counts={counts} onGo={(next) => choose(next, false)} />}
      actions={
        <>
          <LinkButton to="/collection/evidence">{t('台账资料')}</LinkButton>
          {(mayReport || mayConfirm) && <LinkButton to="/collection/packs">{t('离线填报')}</LinkButton>}
          <LinkButton to="/collection/late-entries">{t('补报申请')}</LinkButton>
          {mayUrge && (
            <LinkButton to="/collection/urging" search={(search.planId ? { planId: search.planId } : {}) as never}>
              {t('催报清单')}
            </LinkButton>
          )}
        </>
      }
    >
      <Turns counts={counts} turn={turn} overdue={overdue} onChoose={choose} />
      <DataTable
        id="collection"
        caption={t('数据采集与填报')}
        route={listData}
        input={{ query: given }}
        filters={filters}
        columns={dataColumns({
          store,
          picking,
          onPaste: (ids, texts) => void paste(ids, texts),
          onOpen: (row) => put({ open: row.id }),
        })}
        rowKey={(row) => row.id}
        exportRoute={dataTable}
        importSlot={mayReport && <ImportTable />}
        actions={
          <>
            {typed > 0 && (
              <Button type="primary" onClick={() => setDialog('report')}>
                {t('报送已填的 {{count}} 项', { count: typed })}
              </Button>
            )}
            {typed > 0 && <DraftNote draft={store.draft} />}
            {picking && (
              <>
                <Button onClick={() => void pickAll(picking.may)}>{t('全选')}</Button>
                <Button type="primary" disabled={picked.size === 0} onClick={() => setDialog(picking.may)}>
                  {picking.may === 'confirm'
                    ? t('确认所选 {{count}} 项', { count: picked.size })
                    : t('关闭所选 {{count}} 项', { count: picked.size })}
                </Button>
              </>
            )}
          </>
        }
        drawer={{
          title: (row) => `${row.element.name} · ${row.unitName}`,
          width: 760,
          content: (row) => (
            <Suspense>
              <DatumPanel key={row.id} datumId={row.id} store={store} />
            </Suspense>
          ),
        }}
        empty={turn ? t('没有待您办理的数据') : t('还没有下达数据采集任务。方案印发后，任务自动列在这里。')}
      />
      <Suspense>
        {dialog === 'report' && <BatchReport store={store} onClose={() => setDialog(undefined)} />}
        {dialog === 'confirm' && (
          <BatchConfirm rows={[...picked.values()]} onClose={() => setDialog(undefined)} onDone={done} />
        )}
        {dialog === 'close' && (
          <BatchClose rows={[...picked.values()]} onClose={() => setDialog(undefined)} onDone={done} />
        )}
      </Suspense>
    </Page>
  )
}

export default CollectionPage
