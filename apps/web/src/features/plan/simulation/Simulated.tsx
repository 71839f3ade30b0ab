import { showSimulation } from '@quanheng/contract/simulation'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { leafColumns, unitColumns } from './columns.tsx'
import { isAlike, isSaturated, type SimulatedUnit } from './simulation.ts'

interface Props {
  readonly planId: string
  readonly resultId: string
}

/** Who rises and falls, which indicators everybody has in full, and which separate nobody. */
export const Simulated = ({ planId, resultId }: Props) => {
  const { data, error } = useQueryRoute(showSimulation, { params: { planId, resultId } })
  if (!data) return error ? <Refusal refusal={error} /> : <p>{t('正在测算…')}</p>
  const { ground, graded, units, leaves, leftOut } = data
  const count = (direction: SimulatedUnit['direction']) => units.filter((unit) => unit.direction === direction).length
  return (
    <>
      <Facts
        items={[
          { label: t('上升'), value: t('{{count}} 家', { count: count('rises') }) },
          { label: t('下降'), value: t('{{count}} 家', { count: count('falls') }) },
          { label: t('不变'), value: t('{{count}} 家', { count: count('stays') }) },
          { label: t('缺数据，不能比较'), value: t('{{count}} 家', { count: count('unknown') }) },
          { label: t('全部满分的指标'), value: t('{{count}} 项', { count: leaves.filter(isSaturated).length }) },
          { label: t('拉不开差距的指标'), value: t('{{count}} 项', { count: leaves.filter(isAlike).length }) },
          { label: t('锁定版'), value: <Digest value={ground.runDigest} /> },
        ]}
      />
      {leftOut.length > 0 && (
        <p>{t('草案没有设定下列加减分类别或否决情形，测算时不计：{{matters}}', { matters: leftOut.join(t('、')) })}</p>
      )}
      <Section title={t('各单位的升降')}>
        <Sheet
          caption={t('各单位的升降')}
          columns={unitColumns(graded)}
          rows={units}
          rowKey={(unit) => unit.unitId}
          empty={t('方案中没有考核对象')}
        />
      </Section>
      <Section title={t('各指标的区分度')}>
        <Sheet
          caption={t('各指标的区分度')}
          columns={leafColumns()}
          rows={leaves}
          rowKey={(leaf) => leaf.leafKey}
          empty={t('方案中没有指标')}
        />
      </Section>
    </>
  )
}
