import { showDatum } from '@quanheng/contract/datum'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import styles from '../collection.module.css'
import { EvidencePanel } from '../evidence/EvidencePanel.tsx'
import { LateEntryNote } from '../late/LateEntryNote.tsx'
import type { ShownDatum } from '../row.ts'
import { lookOf, saySource } from '../say.ts'
import type { EditStore } from '../use-edits.ts'
import { DatumActs } from './DatumActs.tsx'
import { IndicatorCard } from './IndicatorCard.tsx'
import { LaterReleases } from './LaterReleases.tsx'
import { ReportForm } from './ReportForm.tsx'
import { useOpening } from './use-opening.ts'
import { Versions } from './Versions.tsx'

interface Props {
  readonly datumId: string
  readonly store: EditStore
}

/** One datum: who acts next, the figure to report, what is asked, versions side by side, evidence, history. */
const DatumPanel = ({ datumId, store }: Props) => {
  const asked = useQueryRoute(showDatum, { params: { datumId } })
  const datum = asked.data
  useOpening(datum?.id === datumId ? [datum] : [])
  if (asked.error) return <Refusal refusal={asked.error} onRetry={asked.refetch} />
  if (!datum || datum.id !== datumId) return <p>{t('正在读取…')}</p>
  return (
    <div className={styles.panel}>
      {datum.locked ? <LateEntryNote datum={datum} /> : <Next datum={datum} />}
      {datum.may.includes('report') && <ReportForm datum={datum} store={store} />}
      <DatumActs datum={datum} />
      <Facts items={factsOf(datum)} />
      {datum.leaves.map((leaf) => (
        <IndicatorCard key={leaf.key} leaf={leaf} />
      ))}
      <Section title={t('填报记录')}>
        <Versions datum={datum} />
      </Section>
      <LaterReleases datum={datum} />
      {datum.leaves.map((leaf) => (
        <EvidencePanel
          key={leaf.key}
          item={{ planId: datum.planId, leafKey: leaf.key, unitId: datum.unitId }}
          title={datum.leaves.length > 1 ? leaf.name : undefined}
          datumId={datum.id}
        />
      ))}
      <Section title={t('操作留痕')}>
        <ObjectHistory subjectId={datum.id} />
      </Section>
    </div>
  )
}

const verbOf = (command: NonNullable<ShownDatum['next']>['command']) => word('datumCommand', command)

const sayReturned = ({ returnReason, extended, due }: ShownDatum): string => {
  const why = t('数据被退回：{{reason}}', { reason: returnReason ?? '' })
  return extended === 'return' ? `${why} ${t('修改期限{{due}}。', { due })}` : why
}

const sayDue = ({ due, extended }: ShownDatum): string =>
  extended === null
    ? due
    : extended === 'return'
      ? t('{{due}}（退回修改）', { due })
      : t('{{due}}（同意补报）', { due })

const Next = ({ datum }: { readonly datum: ShownDatum }) => {
  const { next } = datum
  if (!next) return <NextAct turn="others">{t('数据已关闭，供评分使用。')}</NextAct>
  if (datum.may.includes(next.command)) {
    const why = datum.returnReason !== null
    return (
      <NextAct turn="mine">
        {why ? sayReturned(datum) : t('请{{act}}本数据，期限{{due}}。', { act: verbOf(next.command), due: datum.due })}
      </NextAct>
    )
  }
  const people = next.people.map((person) => `${person.name}（${word('post', person.post)}）`).join('、')
  return (
    <NextAct turn={people === '' ? 'stopped' : 'others'}>
      {people === ''
        ? t('应由{{posts}}{{act}}，目前无人任职，请安全管理员登记任职。', {
            posts: next.posts.map((post) => word('post', post)).join('、'),
            act: verbOf(next.command),
          })
        : t('由{{people}}{{act}}，期限{{due}}。', { people, act: verbOf(next.command), due: datum.due })}
    </NextAct>
  )
}

const factsOf = (datum: ShownDatum) => [
  { label: t('状态'), value: <StateTag {...lookOf(datum)} /> },
  { label: t('填报单位'), value: datum.askedName },
  {
    label: t('来源'),
    value: datum.body === null ? saySource(datum.source) : `${saySource(datum.source)}（${datum.body}）`,
  },
  { label: t('计量单位'), value: datum.element.unit || '—' },
  { label: t('统计时段'), value: datum.period },
  { label: t('数据截止时间'), value: datum.cutoff },
  { label: t('报送期限'), value: sayDue(datum) },
  { label: t('方案'), value: datum.planTitle },
]

export default DatumPanel
