import { type PlanStep, stepKinds } from '@quanheng/domain/plan/model'
import { Button, Input, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { useEditor } from '../editor/editor.ts'
import { moveBy, newRowKey, removeAt, replaceAt, withMember } from '../editor/rows.ts'
import { BasisField } from '../fields/BasisField.tsx'
import { DayInput } from '../fields/DayInput.tsx'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'
import { SectionSelect } from '../fields/SectionSelect.tsx'
import { Source } from '../fields/Source.tsx'
import { UnitSelect } from '../fields/UnitSelect.tsx'

/** The steps of the usual procedure in their order, each needing the one before and done by `owner`; days are the drafter's. */
const usualSteps = (owner: NonNullable<PlanStep['owner']>): readonly PlanStep[] => {
  const keys = stepKinds.map(() => newRowKey())
  return stepKinds.map((kind, at) => ({
    key: keys[at] ?? '',
    kind,
    name: word('stepKind', kind),
    due: '',
    needs: at === 0 ? [] : [keys[at - 1] ?? ''],
    owner,
    basis: { kind: 'default' },
  }))
}

/** 进度安排, as the notice prints it: contradictions are shown in 方案校核 and never repaired here. */
export const StepsTab = () => {
  const { content, update, readOnly } = useEditor()
  const rows = content.steps
  const put = (at: number, row: PlanStep) => update({ steps: replaceAt(rows, at, row) })
  const remove = (at: number) => {
    const gone = rows[at]?.key
    update({ steps: removeAt(rows, at).map((row) => ({ ...row, needs: row.needs.filter((key) => key !== gone) })) })
  }
  const add = () =>
    update({
      steps: [
        ...rows,
        { key: newRowKey(), kind: 'dataCollection', name: '', due: '', needs: [], basis: { kind: 'default' } },
      ],
    })
  return (
    <Section
      title={t('进度安排')}
      actions={
        !readOnly && (
          <>
            {rows.length === 0 && (
              <Button
                size="small"
                onClick={() => update({ steps: usualSteps(content.coordinating ?? { unitId: content.ownerUnitId }) })}
              >
                {t('按常用程序列出')}
              </Button>
            )}
            <Button size="small" onClick={add}>
              {t('添加环节')}
            </Button>
          </>
        )
      }
    >
      <p className={styles.note}>{t('照文件原文填写。先后矛盾、非工作日在“方案校核”中提示，平台不自行调整。')}</p>
      <div className={styles.scroll}>
        <table className={styles.grid}>
          <caption className="unseen">{t('进度安排')}</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                {t('序号')}
              </th>
              <th scope="col">{t('环节')}</th>
              <th scope="col">{t('期限、数据截止')}</th>
              <th scope="col">{t('以哪些环节为前提')}</th>
              <th scope="col">{t('负责')}</th>
              <th scope="col">{t('依据条款')}</th>
              {!readOnly && <th scope="col">{t('操作')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <StepRow
                key={row.key}
                row={row}
                at={at}
                onChange={(next) => put(at, next)}
                onMove={(by) => update({ steps: moveBy(rows, at, by) })}
                onRemove={() => remove(at)}
              />
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={7}>{t('还没有环节。')}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

interface RowProps {
  readonly row: PlanStep
  readonly at: number
  readonly onChange: (row: PlanStep) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

const StepRow = ({ row, at, onChange, onMove, onRemove }: RowProps) => {
  const { content, readOnly } = useEditor()
  const name = row.name || word('stepKind', row.kind)
  const setOwner = (unitId: string, sectionId?: string) =>
    onChange(withMember(row, 'owner', unitId === '' ? undefined : { unitId, ...(sectionId && { sectionId }) }))
  return (
    <tr data-at={`steps[${row.key}]`}>
      <td className={styles.number}>
        {at + 1}
        <Source at={`steps[${row.key}]`} name={name} />
      </td>
      <td style={{ minWidth: 200 }}>
        <Input
          aria-label={t('第 {{number}} 个环节名称', { number: at + 1 })}
          placeholder={t('环节名称')}
          value={row.name}
          onChange={({ target }) => onChange({ ...row, name: target.value })}
        />
        <Select
          aria-label={t('{{name}} 属于哪类环节', { name })}
          value={row.kind}
          style={{ width: '100%' }}
          options={stepKinds.map((value) => ({ value, label: word('stepKind', value) }))}
          onChange={(kind) => onChange({ ...row, kind })}
        />
      </td>
      <td>
        <DayInput
          label={t('{{name}} 期限', { name })}
          value={row.due}
          marked
          onChange={(due) => onChange({ ...row, due })}
        />
        {row.cutoff !== undefined && <span className={styles.note}>{t('数据截止')}</span>}
        {!(readOnly && row.cutoff === undefined) && (
          <DayInput
            label={t('{{name}} 数据截止', { name })}
            value={row.cutoff ?? ''}
            placeholder={t('数据截止日')}
            onChange={(cutoff) => onChange(withMember(row, 'cutoff', cutoff))}
          />
        )}
      </td>
      <td style={{ minWidth: 160 }}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('{{name}} 以哪些环节为前提', { name })}
          value={[...row.needs]}
          style={{ width: '100%' }}
          popupMatchSelectWidth={false}
          options={content.steps
            .filter((step) => step.key !== row.key)
            .map((step) => ({ value: step.key, label: step.name || word('stepKind', step.kind) }))}
          onChange={(needs) => onChange({ ...row, needs })}
        />
      </td>
      <td style={{ minWidth: 200 }}>
        <UnitSelect
          label={t('{{name}} 负责单位', { name })}
          value={row.owner?.unitId}
          onChange={(id) => setOwner(id)}
        />
        {row.owner && !(readOnly && row.owner.sectionId === undefined) && (
          <SectionSelect
            label={t('{{name}} 负责科室', { name })}
            unitId={row.owner.unitId}
            value={row.owner.sectionId}
            onChange={(sectionId) => setOwner(row.owner?.unitId ?? '', sectionId)}
          />
        )}
        {!(readOnly && row.ownerAsPrinted === undefined) && (
          <Input
            aria-label={t('{{name}} 原文所写负责科室', { name })}
            placeholder={t('原文写作')}
            value={row.ownerAsPrinted ?? ''}
            onChange={({ target }) => onChange(withMember(row, 'ownerAsPrinted', target.value))}
          />
        )}
      </td>
      <td style={{ minWidth: 110 }}>
        <BasisField value={row.basis} onChange={(basis) => onChange({ ...row, basis })} />
      </td>
      {!readOnly && (
        <td>
          <RowActs name={name} onMove={onMove} onRemove={onRemove} />
        </td>
      )}
    </tr>
  )
}
