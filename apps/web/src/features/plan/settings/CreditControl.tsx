import type { CreditArithmetic, CreditClass } from '@quanheng/domain/plan/year-arithmetic'
import { Button, Input, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { bonusUses, creditEffects } from '../../../shared/plan-diff/setting-words.ts'
import { useEditor } from '../editor/editor.ts'
import { newRowKey, removeAt, replaceAt } from '../editor/rows.ts'
import { PrefixedInput } from '../fields/PrefixedInput.tsx'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'
import { NoneOrSome } from './NoneOrSome.tsx'

interface Props {
  readonly value: CreditArithmetic | 'none' | undefined
  readonly onChange: (value: CreditArithmetic | 'none') => void
}

const fresh: CreditArithmetic = { bonusCap: '', deductionCap: '', proof: '' }

/** 加减分: classes with their caps, the caps of all, what proves an entry and what a bonus is good for. */
export const CreditControl = ({ value, onChange }: Props) => (
  <NoneOrSome name="credits" value={value} fresh={fresh} onChange={onChange}>
    {(declared) => <Declared value={declared} onChange={onChange} />}
  </NoneOrSome>
)

interface DeclaredProps {
  readonly value: CreditArithmetic
  readonly onChange: (value: CreditArithmetic) => void
}

const Declared = ({ value, onChange }: DeclaredProps) => {
  const { readOnly } = useEditor()
  const classes = value.classes ?? []
  const putClasses = (rows: readonly CreditClass[]) => onChange({ ...value, classes: rows })
  const uncapped = t('不封顶')
  return (
    <>
      <span className={styles.row}>
        <PrefixedInput
          label={t('加分合计封顶（分）')}
          value={readOnly && value.bonusCap === '' ? uncapped : value.bonusCap}
          placeholder={uncapped}
          width={220}
          onChange={(bonusCap) => onChange({ ...value, bonusCap })}
        />
        <PrefixedInput
          label={t('减分合计封顶（分）')}
          value={readOnly && value.deductionCap === '' ? uncapped : value.deductionCap}
          placeholder={uncapped}
          width={220}
          onChange={(deductionCap) => onChange({ ...value, deductionCap })}
        />
      </span>
      <span className={styles.row}>
        <Select
          aria-label={t('加分怎样使用')}
          value={value.bonusUse ?? 'total'}
          style={{ width: 300 }}
          options={bonusUses()}
          onChange={(bonusUse) => onChange({ ...value, bonusUse })}
        />
      </span>
      <PrefixedInput label={t('凭什么认定')} value={value.proof} onChange={(proof) => onChange({ ...value, proof })} />
      {classes.map((row, at) => (
        <Class
          key={row.key}
          row={row}
          number={at + 1}
          onChange={(next) => putClasses(replaceAt(classes, at, next))}
          onRemove={() => putClasses(removeAt(classes, at))}
        />
      ))}
      {!readOnly && (
        <span>
          <Button
            size="small"
            onClick={() => putClasses([...classes, { key: newRowKey(), name: '', effect: 'bonus', cap: '' }])}
          >
            {t('添加加减分类别')}
          </Button>
        </span>
      )}
      <span className={styles.note}>{t('同一事项按最高一项计一次，再按类别封顶，最后按合计封顶。')}</span>
      <span className={styles.heed}>
        {t('加减分由单位申报、职能单位提出，在“加减分核定”中办理；台账关账之前，锁定时和总分页上都会写明。')}
      </span>
    </>
  )
}

interface ClassProps {
  readonly row: CreditClass
  readonly number: number
  readonly onChange: (row: CreditClass) => void
  readonly onRemove: () => void
}

const Class = ({ row, number, onChange, onRemove }: ClassProps) => {
  const { readOnly } = useEditor()
  const uncapped = t('不封顶')
  return (
    <span className={styles.row}>
      <Input
        aria-label={t('第 {{number}} 类名称', { number })}
        placeholder={t('类别名称，如：表彰奖励')}
        value={row.name}
        style={{ width: 220 }}
        onChange={({ target }) => onChange({ ...row, name: target.value })}
      />
      <Select
        aria-label={t('第 {{number}} 类是加分还是减分', { number })}
        value={row.effect}
        style={{ width: 90 }}
        options={creditEffects()}
        onChange={(effect) => onChange({ ...row, effect })}
      />
      <PrefixedInput
        label={t('封顶（分）')}
        name={t('第 {{number}} 类封顶（分）', { number })}
        value={readOnly && row.cap === '' ? uncapped : row.cap}
        placeholder={uncapped}
        width={200}
        onChange={(cap) => onChange({ ...row, cap })}
      />
      {!readOnly && <RowActs name={row.name || t('第 {{number}} 类', { number })} onRemove={onRemove} />}
    </span>
  )
}
