import {
  type DataElement,
  type DataSource,
  type RecordTally,
  recordTallies,
  whenFinalDiffers,
} from '@quanheng/domain/plan/model'
import { fillBlanks, hasBlanks } from '@quanheng/domain/plan/new-element'
import { Button, Input, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { useEditor } from '../editor/editor.ts'
import { newRowKey, removeAt, replaceAt, withMember } from '../editor/rows.ts'
import { DayInput } from '../fields/DayInput.tsx'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'
import { SectionSelect } from '../fields/SectionSelect.tsx'
import { Source } from '../fields/Source.tsx'
import { UnitSelect } from '../fields/UnitSelect.tsx'

const types = ['quantity', 'fact', 'count', 'checklist', 'judgement'] as const
const kinds = ['section', 'provider', 'appraisedUnit', 'superior'] as const

/** 数据项: each figure is declared once and asked once, whoever uses it. */
export const DataElements = () => {
  const { content, update, readOnly } = useEditor()
  const rows = content.dataElements
  const put = (at: number, row: DataElement) => update({ dataElements: replaceAt(rows, at, row) })
  const add = () =>
    update({
      dataElements: [
        ...rows,
        {
          key: newRowKey(),
          name: '',
          type: 'quantity',
          unit: '',
          period: '',
          source: { kind: 'section', unitId: content.ownerUnitId, sectionId: '' },
          cutoff: '',
          due: '',
        },
      ],
    })
  return (
    <Section
      title={t('数据项')}
      actions={
        !readOnly && (
          <>
            {hasBlanks(content) && (
              <Button size="small" onClick={() => update({ dataElements: fillBlanks(content) })}>
                {t('按责任分工和进度补空')}
              </Button>
            )}
            <Button size="small" onClick={add}>
              {t('添加数据项')}
            </Button>
          </>
        )
      }
    >
      <p className={styles.note}>{t('每个数只问一次：几个指标用同一个数，对应到同一个数据项。')}</p>
      <div className={styles.scroll}>
        <table className={styles.grid}>
          <caption className="unseen">{t('数据项')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('名称')}</th>
              <th scope="col">{t('类型')}</th>
              <th scope="col">{t('计量单位')}</th>
              <th scope="col">{t('统计时段')}</th>
              <th scope="col">{t('由谁提供')}</th>
              <th scope="col">{t('数据截止')}</th>
              <th scope="col">{t('报送期限')}</th>
              <th scope="col">{t('后续发布数不一致时')}</th>
              {!readOnly && <th scope="col">{t('操作')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.key} data-at={`dataElements[${row.key}]`}>
                <td style={{ minWidth: 200 }}>
                  <Input
                    aria-label={t('第 {{number}} 个数据项名称', { number: at + 1 })}
                    value={row.name}
                    onChange={({ target }) => put(at, { ...row, name: target.value })}
                  />
                  <Source at={`dataElements[${row.key}]`} name={row.name} />
                </td>
                <td>
                  <Select
                    aria-label={t('{{name}} 类型', { name: row.name })}
                    value={row.type}
                    style={{ width: 90 }}
                    options={types.map((value) => ({ value, label: word('elementType', value) }))}
                    onChange={(type) => put(at, { ...row, type })}
                  />
                </td>
                <td style={{ width: 80 }}>
                  <Input
                    aria-label={t('{{name}} 计量单位', { name: row.name })}
                    value={row.unit}
                    onChange={({ target }) => put(at, { ...row, unit: target.value })}
                  />
                </td>
                <td style={{ minWidth: 120 }}>
                  <Input
                    aria-label={t('{{name}} 统计时段', { name: row.name })}
                    value={row.period}
                    onChange={({ target }) => put(at, { ...row, period: target.value })}
                  />
                </td>
                <td style={{ minWidth: 220 }}>
                  <SourceField row={row} onChange={(source) => put(at, { ...row, source })} />
                  {(row.source.kind === 'section' || row.recordTally) && (
                    <Select<RecordTally | 'none'>
                      aria-label={t('{{name}} 取自平时记录', { name: row.name })}
                      value={row.recordTally ?? 'none'}
                      style={{ width: '100%', marginTop: 4 }}
                      options={[
                        { value: 'none', label: t('不取自平时记录') },
                        ...recordTallies.map((value) => ({ value, label: word('recordTally', value) })),
                      ]}
                      onChange={(next) => put(at, withMember(row, 'recordTally', next === 'none' ? undefined : next))}
                    />
                  )}
                </td>
                <td>
                  <DayInput
                    label={t('{{name}} 数据截止', { name: row.name })}
                    value={row.cutoff}
                    onChange={(cutoff) => put(at, { ...row, cutoff })}
                  />
                </td>
                <td>
                  <DayInput
                    label={t('{{name}} 报送期限', { name: row.name })}
                    value={row.due}
                    marked
                    onChange={(due) => put(at, { ...row, due })}
                  />
                </td>
                <td>
                  <Select
                    aria-label={t('{{name}} 后续发布数不一致时', { name: row.name })}
                    value={row.whenFinalDiffers ?? 'stands'}
                    style={{ width: 130 }}
                    options={whenFinalDiffers.map((value) => ({ value, label: word('whenFinalDiffers', value) }))}
                    onChange={(next) => put(at, { ...row, whenFinalDiffers: next })}
                  />
                </td>
                {!readOnly && (
                  <td>
                    <RowActs name={row.name} onRemove={() => update({ dataElements: removeAt(rows, at) })} />
                  </td>
                )}
              </tr>
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={9}>{t('还没有数据项。在指标的评分标准中可以直接新建。')}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

interface SourceProps {
  readonly row: DataElement
  readonly onChange: (source: DataSource) => void
}

const sourceOf = (kind: DataSource['kind'], ownerUnitId: string): DataSource => {
  switch (kind) {
    case 'section':
      return { kind, unitId: ownerUnitId, sectionId: '' }
    case 'provider':
      return { kind, unitId: '' }
    case 'superior':
      return { kind, body: '', unitId: ownerUnitId }
    case 'appraisedUnit':
      return { kind }
  }
}

const SourceField = ({ row, onChange }: SourceProps) => {
  const { content } = useEditor()
  const { source } = row
  return (
    <div className={styles.stack} style={{ gap: 4 }}>
      <Select
        aria-label={t('{{name}} 由谁提供', { name: row.name })}
        value={source.kind}
        options={kinds.map((value) => ({ value, label: word('dataSource', value) }))}
        onChange={(kind) => onChange(sourceOf(kind, content.ownerUnitId))}
      />
      {source.kind === 'superior' && (
        <Input
          aria-label={t('上级机关')}
          placeholder={t('上级机关名称')}
          value={source.body}
          onChange={({ target }) => onChange({ ...source, body: target.value })}
        />
      )}
      {source.kind !== 'appraisedUnit' && (
        <UnitSelect
          label={t('{{name}} 提供单位', { name: row.name })}
          value={source.unitId}
          onChange={(unitId) =>
            onChange(source.kind === 'section' ? { ...source, unitId, sectionId: '' } : { ...source, unitId })
          }
        />
      )}
      {(source.kind === 'section' || source.kind === 'superior') && (
        <SectionSelect
          label={t('{{name}} 提供科室', { name: row.name })}
          unitId={source.unitId}
          value={source.sectionId}
          onChange={(sectionId) =>
            onChange(
              source.kind === 'section'
                ? { ...source, sectionId: sectionId ?? '' }
                : withMember(source, 'sectionId', sectionId),
            )
          }
        />
      )}
    </div>
  )
}
