import type { GradeQuotas } from '@quanheng/domain/plan/year-arithmetic'
import { Checkbox, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import {
  type BarredKey,
  barredUnits,
  quotaPlaces,
  tiesAtCut,
  unusedPlaces,
} from '../../../shared/plan-diff/setting-words.ts'
import { useEditor } from '../editor/editor.ts'
import { withMember } from '../editor/rows.ts'
import { PrefixedInput } from '../fields/PrefixedInput.tsx'
import styles from '../fields/plan.module.css'

interface Props {
  readonly value: GradeQuotas
  readonly onChange: (value: GradeQuotas) => void
}

const readBarred = (key: BarredKey): NonNullable<GradeQuotas['barred']> => {
  const [base, place] = key.split('-') as [NonNullable<GradeQuotas['barred']>['base'], 'freed' | 'kept']
  return { base, place }
}

/** What a quota leaves open until the plan says it: the rest, shares of a place, ties, units kept out, places nobody takes. */
export const QuotaRules = ({ value, onChange }: Props) => (
  <>
    <span className={styles.row}>
      <PrefixedInput
        label={t('其余为')}
        value={value.rest}
        width={180}
        onChange={(rest) => onChange({ ...value, rest })}
      />
      <Select
        aria-label={t('名额不足一个怎么算')}
        value={value.places}
        style={{ width: 160 }}
        options={quotaPlaces()}
        onChange={(places) => onChange({ ...value, places })}
      />
      <Checkbox
        checked={value.atLeastOne}
        onChange={({ target }) => onChange({ ...value, atLeastOne: target.checked })}
      >
        {t('每组至少一个')}
      </Checkbox>
    </span>
    <span className={styles.row}>
      <Select
        aria-label={t('同分并列跨过名额线时')}
        value={value.tieAtCut ?? null}
        placeholder={t('同分并列跨过名额线时')}
        style={{ width: 260 }}
        options={tiesAtCut()}
        onChange={(tieAtCut) => tieAtCut && onChange({ ...value, tieAtCut })}
      />
      <Select
        aria-label={t('空出的名额')}
        value={value.unused ?? null}
        placeholder={t('空出的名额')}
        style={{ width: 240 }}
        options={unusedPlaces()}
        onChange={(unused) => unused && onChange({ ...value, unused })}
      />
    </span>
    <span className={styles.row}>
      <Select
        aria-label={t('被否决、限制评优的单位')}
        value={value.barred ? (`${value.barred.base}-${value.barred.place}` as const) : null}
        placeholder={t('被否决、限制评优的单位')}
        style={{ width: 300 }}
        options={barredUnits()}
        onChange={(key) => key && onChange({ ...value, barred: readBarred(key) })}
      />
      <Failing value={value} onChange={onChange} />
    </span>
  </>
)

/** A floor under the whole group: below this score a unit gets this grade, whatever its rank. */
const Failing = ({ value, onChange }: Props) => {
  const { readOnly } = useEditor()
  const { name = '', below = '' } = value.failing ?? {}
  if (readOnly && value.failing === undefined) return null
  const put = (failing: { readonly name: string; readonly below: string }) =>
    onChange(withMember(value, 'failing', failing.name === '' && failing.below === '' ? undefined : failing))
  return (
    <>
      <PrefixedInput
        label={t('低于多少分')}
        value={below}
        placeholder={t('可不填')}
        width={170}
        onChange={(next) => put({ name, below: next })}
      />
      <PrefixedInput
        label={t('一律定为')}
        value={name}
        placeholder={t('可不填')}
        width={170}
        onChange={(next) => put({ name: next, below })}
      />
    </>
  )
}
