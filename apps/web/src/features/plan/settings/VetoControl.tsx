import type { PlanContent } from '@quanheng/domain/plan/model'
import { type Gate, type GateEffect, gradeNames, type VetoArithmetic } from '@quanheng/domain/plan/year-arithmetic'
import { Button, Input, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { gateEffects } from '../../../shared/plan-diff/setting-words.ts'
import { useEditor } from '../editor/editor.ts'
import { newRowKey, removeAt, replaceAt } from '../editor/rows.ts'
import { PrefixedInput } from '../fields/PrefixedInput.tsx'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'
import { NoneOrSome } from './NoneOrSome.tsx'

interface Props {
  readonly value: VetoArithmetic | 'none' | undefined
  readonly onChange: (value: VetoArithmetic | 'none') => void
}

const fresh: VetoArithmetic = { scope: '', effect: '' }

/** 一票否决 and softer gates: in the notice's words, and each as a fact with who establishes it and what it does. */
export const VetoControl = ({ value, onChange }: Props) => (
  <NoneOrSome name="veto" value={value} fresh={fresh} onChange={onChange}>
    {(declared) => <Declared value={declared} onChange={onChange} />}
  </NoneOrSome>
)

interface DeclaredProps {
  readonly value: VetoArithmetic
  readonly onChange: (value: VetoArithmetic) => void
}

const Declared = ({ value, onChange }: DeclaredProps) => {
  const { readOnly } = useEditor()
  const gates = value.gates ?? []
  const putGates = (rows: readonly Gate[]) => onChange({ ...value, gates: rows })
  const added = (): Gate => ({ key: newRowKey(), name: '', factSource: '', effect: { kind: 'unranked' } })
  return (
    <>
      <PrefixedInput label={t('哪些情形')} value={value.scope} onChange={(scope) => onChange({ ...value, scope })} />
      <PrefixedInput label={t('有何后果')} value={value.effect} onChange={(effect) => onChange({ ...value, effect })} />
      {gates.map((gate, at) => (
        <GateRow
          key={gate.key}
          gate={gate}
          number={at + 1}
          onChange={(next) => putGates(replaceAt(gates, at, next))}
          onRemove={() => putGates(removeAt(gates, at))}
        />
      ))}
      {!readOnly && (
        <span>
          <Button size="small" onClick={() => putGates([...gates, added()])}>
            {t('添加否决、门槛事项')}
          </Button>
        </span>
      )}
      <span className={styles.note}>{t('否决和门槛只产生所列后果，不抹去已算出的得分。')}</span>
      <span className={styles.heed}>
        {t('否决事项由职能单位提出，在“加减分核定”中办理；台账关账之前，锁定时和总分页上都会写明。')}
      </span>
    </>
  )
}

interface GateProps {
  readonly gate: Gate
  readonly number: number
  readonly onChange: (gate: Gate) => void
  readonly onRemove: () => void
}

/** What an effect begins with, so that it names something of this plan at once. */
const freshEffect = (kind: GateEffect['kind'], content: PlanContent): GateEffect => {
  const grades = content.settings.grades ? gradeNames(content.settings.grades.value) : []
  switch (kind) {
    case 'nodeZero':
      return { kind, nodeKey: content.indicators[0]?.key ?? '' }
    case 'gradeAtMost':
      return { kind, grade: grades[1] ?? '' }
    case 'gradeIs':
      return { kind, grade: grades.at(-1) ?? '' }
    default:
      return { kind }
  }
}

const GateRow = ({ gate, number, onChange, onRemove }: GateProps) => {
  const { content, readOnly } = useEditor()
  return (
    <span className={styles.row}>
      <Input
        aria-label={t('第 {{number}} 项名称', { number })}
        placeholder={t('事项，如：发生重大生产安全事故')}
        value={gate.name}
        style={{ width: 190 }}
        onChange={({ target }) => onChange({ ...gate, name: target.value })}
      />
      <PrefixedInput
        label={t('由谁认定')}
        name={t('第 {{number}} 项由谁认定', { number })}
        value={gate.factSource}
        width={200}
        onChange={(factSource) => onChange({ ...gate, factSource })}
      />
      <Select
        aria-label={t('第 {{number}} 项后果', { number })}
        value={gate.effect.kind}
        style={{ width: 130 }}
        options={gateEffects().filter(({ value }) => value !== 'nodeZero' || content.indicators.length > 0)}
        onChange={(kind) => onChange({ ...gate, effect: freshEffect(kind, content) })}
      />
      <Target gate={gate} number={number} onChange={(effect) => onChange({ ...gate, effect })} />
      {!readOnly && <RowActs name={gate.name || t('第 {{number}} 项', { number })} onRemove={onRemove} />}
    </span>
  )
}

interface TargetProps {
  readonly gate: Gate
  readonly number: number
  readonly onChange: (effect: GateEffect) => void
}

/** The indicator or the grade that an effect is about. */
const Target = ({ gate: { effect }, number, onChange }: TargetProps) => {
  const { content } = useEditor()
  if (effect.kind === 'nodeZero')
    return (
      <Select
        aria-label={t('第 {{number}} 项哪个指标', { number })}
        value={effect.nodeKey}
        style={{ width: 200 }}
        options={content.indicators.map(({ key, name }) => ({ value: key, label: name || t('未命名指标') }))}
        onChange={(nodeKey) => onChange({ ...effect, nodeKey })}
      />
    )
  if (effect.kind !== 'gradeAtMost' && effect.kind !== 'gradeIs') return null
  const grades = content.settings.grades ? gradeNames(content.settings.grades.value) : []
  return (
    <Select
      aria-label={t('第 {{number}} 项哪个等次', { number })}
      value={effect.grade || null}
      placeholder={grades.length === 0 ? t('请先设等次') : t('请选择')}
      style={{ width: 110 }}
      options={grades.filter((grade) => grade !== '').map((grade) => ({ value: grade, label: grade }))}
      onChange={(grade: string | null) => grade !== null && onChange({ ...effect, grade })}
    />
  )
}
