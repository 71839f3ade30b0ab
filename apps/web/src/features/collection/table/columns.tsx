import { Checkbox, Input } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { Light } from '../../../shared/state/Light.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import styles from '../collection.module.css'
import type { DatumRow } from '../row.ts'
import { lookOf, sayRelease, sayShort, saySource, sayValue } from '../say.ts'
import type { EditStore } from '../use-edits.ts'
import { ValueCell } from './ValueCell.tsx'

export interface Picking {
  readonly picked: ReadonlySet<string>
  readonly toggle: (row: DatumRow) => void
  /** What is picked for. */
  readonly may: 'confirm' | 'close'
}

interface Options {
  readonly store: EditStore
  readonly picking: Picking | undefined
  readonly onPaste: (datumIds: readonly string[], texts: readonly string[]) => void
  readonly onOpen: (row: DatumRow) => void
}

const Reported = ({ row }: { readonly row: DatumRow }) =>
  row.last === null ? '—' : <span title={sayValue(row, row.last.value)}>{sayShort(row, row.last.value)}</span>

const Value = ({ row, options }: { readonly row: DatumRow; readonly options: Options }) => {
  const { store, onPaste, onOpen } = options
  if (!row.may.includes('report')) return <Reported row={row} />
  return (
    <ValueCell
      row={row}
      edit={store.of(row)}
      onChange={(text) => store.change(row, { text })}
      onPaste={onPaste}
      onOpen={() => onOpen(row)}
    />
  )
}

const AsOf = ({ row, store }: { readonly row: DatumRow; readonly store: EditStore }) =>
  row.may.includes('report') && store.of(row).text !== '' ? (
    <Input
      type="date"
      aria-label={t('{{name}}的数据截至日期', { name: row.element.name })}
      value={store.of(row).asOf}
      max={row.cutoff}
      onChange={(event) => store.change(row, { asOf: event.target.value })}
      style={{ width: 140 }}
    />
  ) : (
    (row.last?.asOf ?? '—')
  )

/** A row of the collection table; the value stands where it is typed. */
export const dataColumns = (options: Options): readonly Column<DatumRow>[] => [
  {
    key: 'element',
    title: t('数据项'),
    sort: true,
    width: 220,
    render: (row) => (
      <span className={styles.name}>
        <span>{row.element.name}</span>
        <small>{row.leaves.map((leaf) => leaf.name).join('、')}</small>
      </span>
    ),
  },
  ...(options.picking
    ? [
        {
          key: 'pick',
          title: t('选择'),
          render: (row: DatumRow) =>
            options.picking && row.may.includes(options.picking.may) ? (
              <Checkbox
                aria-label={t('选择 {{unit}} {{name}}', { unit: row.unitName, name: row.element.name })}
                checked={options.picking.picked.has(row.id)}
                onChange={() => options.picking?.toggle(row)}
              />
            ) : null,
        },
      ]
    : []),
  { key: 'unit', title: t('考核单位'), sort: true, width: 150, render: (row) => row.unitName },
  {
    key: 'value',
    title: t('填报值'),
    figure: true,
    width: 130,
    render: (row) => <Value row={row} options={options} />,
  },
  { key: 'measure', title: t('计量单位'), render: (row) => row.element.unit || '—' },
  { key: 'asOf', title: t('数据截至'), render: (row) => <AsOf row={row} store={options.store} /> },
  {
    key: 'due',
    title: t('报送期限'),
    sort: true,
    render: (row) => (
      <span className={styles.due}>
        {row.due}
        {row.overdue && <Light colour="red" word={row.locked ? t('逾期锁定') : t('逾期未报')} />}
      </span>
    ),
  },
  {
    key: 'state',
    title: t('状态'),
    sort: true,
    render: (row) => (
      <span className={styles.due}>
        <StateTag {...lookOf(row)} />
        {row.returnReason !== null && <span className={styles.fault}>{row.returnReason}</span>}
      </span>
    ),
  },
  {
    key: 'evidence',
    title: t('台账'),
    render: (row) =>
      row.missingEvidence.length === 0 ? (
        t('齐备')
      ) : (
        <span title={row.missingEvidence.join('、')}>{t('缺{{count}}件', { count: row.missingEvidence.length })}</span>
      ),
  },
  { key: 'period', title: t('统计时段'), optional: true, render: (row) => row.period },
  { key: 'cutoff', title: t('数据截止时间'), optional: true, render: (row) => row.cutoff },
  {
    key: 'release',
    title: t('数据性质'),
    optional: true,
    render: (row) => (row.last ? sayRelease(row.last.release) : '—'),
  },
  { key: 'source', title: t('来源'), optional: true, render: (row) => saySource(row.source) },
  { key: 'asked', title: t('填报单位'), optional: true, width: 160, render: (row) => row.askedName },
  { key: 'plan', title: t('方案'), optional: true, width: 220, render: (row) => row.planTitle },
]
