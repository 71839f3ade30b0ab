import type { BodyOf } from '@quanheng/contract/route'
import { type planVerification, verificationRisks } from '@quanheng/contract/verification'
import { type Confidence, confidences } from '@quanheng/domain/verification/sample-size'
import { mostAdded, type RiskFact, riskFacts } from '@quanheng/domain/verification/weighing'
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { useId } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import styles from '../verification.module.css'
import { SampleSize } from './SampleSize.tsx'

type Scope = Extract<BodyOf<typeof planVerification>['scope'], { kind: 'random' }>

/** A random draw as it is put together: how many, how sure, by which risks, and how its seed comes about. */
export interface RandomRule {
  readonly size: number
  readonly by: Scope['by']
  readonly confidence: Confidence
  readonly factors: Readonly<Partial<Record<RiskFact, number>>>
  readonly agreed: boolean
  readonly partyIds: readonly (string | undefined)[]
  readonly source: string
  readonly publishedOn: string
}

export const plainRule: RandomRule = {
  size: 1,
  by: 'none',
  confidence: 95,
  factors: {},
  agreed: false,
  partyIds: [],
  source: '',
  publishedOn: '',
}

/** As the command takes it. */
export const scopeOf = (rule: RandomRule, picks: Scope['picks']): Scope => ({
  kind: 'random',
  size: rule.size,
  picks,
  by: rule.by,
  confidence: rule.confidence,
  factors: riskFacts.flatMap((fact) => {
    const adds = rule.factors[fact]
    return adds === undefined ? [] : [{ fact, adds }]
  }),
  ...(rule.agreed && {
    agreement: {
      partyIds: rule.partyIds.flatMap((personId) => personId ?? []),
      source: rule.source,
      publishedOn: rule.publishedOn,
    },
  }),
})

interface Props {
  readonly sheetId: string
  readonly listed: number
  readonly rule: RandomRule
  readonly onChange: (rule: RandomRule) => void
}

type Part = Pick<Props, 'rule' | 'onChange'> & { readonly risks: Risks }
type Risks = NonNullable<ReturnType<typeof useQueryRoute<typeof verificationRisks>>['data']> | undefined

/** 按风险加权: which facts count and how much, with how many units each holds for. */
const Factors = ({ rule, onChange, risks }: Part) => (
  <fieldset className={styles.change}>
    <legend>{t('按风险加权（不选则各单位机会均等）')}</legend>
    {riskFacts.map((fact) => {
      const adds = rule.factors[fact]
      const held = risks?.units.filter((unit) => unit.facts.includes(fact)) ?? []
      return (
        <div key={fact} className={styles.factor}>
          <Checkbox
            checked={adds !== undefined}
            onChange={(event) => {
              const { [fact]: _, ...rest } = rule.factors
              onChange({ ...rule, factors: event.target.checked ? { ...rest, [fact]: 2 } : rest })
            }}
          >
            {t('{{fact}}（{{count}} 家）', { fact: word('riskFact', fact), count: held.length })}
          </Checkbox>
          {adds !== undefined && (
            <InputNumber
              size="small"
              aria-label={t('{{fact}}加权数', { fact: word('riskFact', fact) })}
              prefix={t('加')}
              min={1}
              max={mostAdded}
              value={adds}
              onChange={(value) => onChange({ ...rule, factors: { ...rule.factors, [fact]: value ?? 1 } })}
            />
          )}
        </div>
      )
    })}
    <p className={styles.note}>
      {t('每家基数为 1，符合的各项相加；抽中机会与权数成正比，随名单一并留存，抽样前后都能核对。')}
    </p>
  </fieldset>
)

/** 承诺—揭示: who the two parties are, and which public number joins what they reveal. */
const Agreement = ({ rule, onChange, risks }: Part) => {
  const id = useId()
  const people = (observer: boolean) =>
    (risks?.parties ?? [])
      .filter(({ post }) => (post === 'observer') === observer)
      .map(({ personId, name, unitName, post }) => ({
        value: personId,
        label: `${name}（${unitName} ${word('post', post)}）`,
      }))
  const put = (at: number, personId: string | null) =>
    onChange({
      ...rule,
      partyIds: [0, 1].map((index) => (index === at ? (personId ?? undefined) : rule.partyIds[index])),
    })
  return (
    <>
      {([t('监督方'), t('核验或评分方')] as const).map((label, at) => (
        <div key={label} className={styles.party}>
          <label htmlFor={`${id}p${at}`}>{label}</label>
          <Select
            id={`${id}p${at}`}
            showSearch={{ optionFilterProp: 'label' }}
            value={rule.partyIds[at] ?? null}
            placeholder={t('请选择')}
            options={people(at === 0)}
            onChange={(value) => put(at, value)}
          />
        </div>
      ))}
      <label htmlFor={`${id}s`}>{t('公开数取自')}</label>
      <Input
        id={`${id}s`}
        maxLength={200}
        placeholder={t('例如：双色球第2026005期红球号码，按开奖公告从小到大连写')}
        value={rule.source}
        onChange={(event) => onChange({ ...rule, source: event.target.value })}
      />
      <label htmlFor={`${id}d`}>{t('公开数公布日期')}</label>
      <Input
        id={`${id}d`}
        type="date"
        value={rule.publishedOn}
        onChange={(event) => onChange({ ...rule, publishedOn: event.target.value })}
      />
      <p className={styles.note}>
        {t('双方先各自提交承诺，名单随后确定；再由双方揭示，与公开数合成种子。公开数须在名单确定之后公布。')}
      </p>
    </>
  )
}

/** What a random draw is arranged with. */
export const RandomForm = ({ sheetId, listed, rule, onChange }: Props) => {
  const risks = useQueryRoute(verificationRisks, { params: { sheetId } }).data
  const id = useId()
  return (
    <>
      <label htmlFor={`${id}n`}>{t('抽取家数（共 {{total}} 家）', { total: listed })}</label>
      <div className={styles.factor}>
        <InputNumber
          id={`${id}n`}
          min={1}
          max={Math.max(1, listed)}
          value={rule.size}
          onChange={(value) => onChange({ ...rule, size: value ?? 1 })}
        />
        <Select
          aria-label={t('把握')}
          value={rule.confidence}
          options={confidences.map((value) => ({ value, label: t('{{value}}% 把握', { value }) }))}
          onChange={(confidence) => onChange({ ...rule, confidence })}
        />
      </div>
      <SampleSize listed={listed} size={rule.size} confidence={rule.confidence} />
      <Checkbox
        checked={rule.by === 'group'}
        onChange={(event) => onChange({ ...rule, by: event.target.checked ? 'group' : 'none' })}
      >
        {t('按考核分组分层抽取')}
      </Checkbox>
      <Factors rule={rule} onChange={onChange} risks={risks} />
      <Radio.Group
        aria-label={t('种子')}
        value={rule.agreed}
        options={[
          { value: false, label: t('种子当场报数') },
          { value: true, label: t('种子事先约定（承诺—揭示）') },
        ]}
        onChange={(event) => onChange({ ...rule, agreed: event.target.value as boolean })}
      />
      {rule.agreed ? (
        <Agreement rule={rule} onChange={onChange} risks={risks} />
      ) : (
        <p className={styles.note}>
          {t('名单在此确定并留存校验码，之后凭种子抽取；下面选定的重点单位不进入抽取名单。')}
        </p>
      )}
    </>
  )
}
