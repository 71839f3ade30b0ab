import { listObjections, objectionRegister, objectionTable } from '@quanheng/contract/objection'
import { objectionStates } from '@quanheng/domain/objection/model'
import { Link, useSearch } from '@tanstack/react-router'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column, Filter } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import styles from '../../../shared/work/work.module.css'
import { type Line, toneOf } from '../objection.ts'

const columns = (): readonly Column<Line>[] => [
  {
    key: 'leaf',
    title: t('指标'),
    width: 150,
    render: (row) => (
      <Link to={'/objections/$objectionId' as never} params={{ objectionId: row.id } as never}>
        {row.leafName}
      </Link>
    ),
  },
  { key: 'unit', title: t('提出单位'), width: 150, render: (row) => row.unitName },
  { key: 'number', title: t('编号'), width: 130, render: (row) => row.documentNumber ?? '—' },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('objectionState', row.state)} tone={toneOf[row.state]} />,
  },
  { key: 'mine', title: t('办理'), render: (row) => (row.mine ? t('待我办理') : '') },
  { key: 'due', title: t('办理期限'), render: (row) => row.due ?? '' },
  {
    key: 'overdue',
    title: t('逾期'),
    render: (row) =>
      row.overdue === 0 ? '' : <StateTag word={t('逾期 {{days}} 个工作日', { days: row.overdue })} tone="stop" />,
  },
  { key: 'points', title: t('公布得分'), figure: true, render: (row) => row.points },
  { key: 'to', title: t('更正后'), figure: true, render: (row) => row.to ?? '' },
  { key: 'scorer', title: t('评分单位'), width: 140, render: (row) => row.scorerName },
  { key: 'decided', title: t('决定日期'), render: (row) => row.decidedOn ?? '' },
  { key: 'plan', title: t('考评方案'), width: 260, optional: true, render: (row) => row.planTitle },
]

const filters = (): readonly Filter[] => [
  { kind: 'text', name: 'q', label: t('查找'), placeholder: t('编号、单位或指标') },
  {
    kind: 'choice',
    name: 'state',
    label: t('状态'),
    options: objectionStates.map((value) => ({ value, label: word('objectionState', value) })),
  },
  { kind: 'choice', name: 'overdue', label: t('逾期'), options: [{ value: 'yes', label: t('逾期未办') }] },
]

/** 异议复核登记簿: a unit finds its own, who scored what was registered, the office all. */
const ObjectionListPage = () => {
  const mayBegin = useMay('objection.begin')
  const mayEnter = useMay('objection.enter')
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>
  const query = Object.fromEntries(
    (['q', 'state', 'overdue'] as const).flatMap((name): [string, string][] => {
      const value = search[name]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
  return (
    <Page>
      <DataTable
        id="objections"
        caption={t('异议复核')}
        route={listObjections}
        columns={columns()}
        filters={filters()}
        rowKey={(row) => row.id}
        empty={t('还没有异议。结果印发后，对得分有异议的可在受理期内提出。')}
        exportRoute={objectionTable}
        actions={
          <span className={styles.acts}>
            <PaperFiles label={t('异议复核登记簿')} route={objectionRegister} params={{}} query={query} />
            {(mayBegin || mayEnter) && (
              <LinkButton to={'/objections/scores' as never}>{mayBegin ? t('提出异议') : t('登记来函')}</LinkButton>
            )}
          </span>
        }
      />
    </Page>
  )
}

export default ObjectionListPage
