import type { Ability } from '@quanheng/domain/ability/abilities'
import { Link } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { Section } from '../../shared/page/Section.tsx'
import { useMay } from '../../shared/session/session.ts'
import { Light } from '../../shared/state/Light.tsx'
import type { Column } from '../../shared/table/column.ts'
import { Sheet } from '../../shared/table/Sheet.tsx'
import { sayDay } from '../../shared/time/time.ts'
import { Bars } from './Bars.tsx'
import styles from './cockpit.module.css'
import type { Year } from './cockpit.ts'

interface Counted {
  readonly total: number
  readonly done: number
  readonly late?: number
}

const says = ({ total, done, late = 0 }: Counted): string =>
  late > 0 ? t('{{done}}/{{total}}，逾期 {{late}}', { done, total, late }) : t('{{done}}/{{total}}', { done, total })

const share = ({ total, done }: Counted): number => (total === 0 ? 0 : done / total)

/** How far the year is, part by part. */
export const ProgressPart = ({ year }: { readonly year: Year }) => {
  const parts: readonly (readonly [string, Counted])[] = [
    [t('数据关闭'), year.data],
    [t('评分表签字'), year.sheets],
    [t('现场核验办结'), year.verified],
    [t('评分报告报送'), year.reports],
  ]
  return (
    <Section title={t('进度')}>
      <Bars
        whole={1}
        bars={parts.map(([name, part]) => ({ key: name, name, length: share(part), says: says(part) }))}
      />
    </Section>
  )
}

type Step = Year['steps'][number]

const left = ({ workingDaysLeft: days, done, plans }: Step): string | undefined => {
  if (done === plans) return t('已完成')
  if (days === null) return undefined
  return days < 0 ? t('逾期 {{days}} 个工作日', { days: -days }) : t('还有 {{days}} 个工作日', { days })
}

const columns = (): readonly Column<Step>[] => [
  { key: 'name', title: t('环节'), render: (step) => step.name },
  { key: 'due', title: t('期限'), render: (step) => sayDay(step.due) },
  {
    key: 'done',
    title: t('完成方案'),
    figure: true,
    render: ({ done, plans }) => t('{{done}}/{{total}}', { done, total: plans }),
  },
  {
    key: 'light',
    title: t('时限'),
    render: (step) => {
      const word = left(step)
      return <Light colour={step.light} {...(word !== undefined && { word })} />
    },
  },
]

/** The steps of the year by day, with their lights. */
export const StepsPart = ({ year }: { readonly year: Year }) => (
  <Section title={t('时限')}>
    <Sheet
      caption={t('时限')}
      columns={columns()}
      rows={year.steps}
      rowKey={({ name, due }) => `${due} ${name}`}
      empty={t('方案没有写明进度安排。')}
    />
  </Section>
)

interface OpenProps {
  readonly name: string
  readonly count: number
  /** The page where they stand, and what it takes to see it. */
  readonly to: string
  readonly ability: Ability
  readonly late?: number
  readonly red?: number
  readonly yellow?: number
}

const Open = ({ name, count, to, ability, late = 0, red = 0, yellow = 0 }: OpenProps) => {
  const may = useMay(ability)
  return (
    <li>
      {may ? <Link to={to}>{name}</Link> : name}
      <strong>{count}</strong>
      {late > 0 && <Light colour="red" word={t('逾期 {{count}} 件', { count: late })} />}
      {red > 0 && <Light colour="red" word={t('红灯 {{count}} 个', { count: red })} />}
      {yellow > 0 && <Light colour="yellow" word={t('黄灯 {{count}} 个', { count: yellow })} />}
    </li>
  )
}

/** What nobody has answered yet. */
export const OpenPart = ({ open }: Pick<Year, 'open'>) => {
  const { remarks, lateEntries, tasks, rectifications, milestones } = open
  return (
    <Section title={t('未办结事项')}>
      <ul className={styles.open}>
        <Open name={t('监督意见')} count={remarks} to="/remarks" ability="remark.read" />
        <Open name={t('补报申请')} count={lateEntries} to="/collection/late-entries" ability="lateEntry.read" />
        <Open
          name={t('交办事项')}
          count={tasks.total - tasks.done}
          to="/meetings"
          ability="assignedTask.read"
          late={tasks.late}
        />
        <Open
          name={t('整改事项')}
          count={rectifications.total - rectifications.done}
          to="/supervision/rectifications"
          ability="rectification.read"
          late={rectifications.late}
        />
        <Open
          name={t('未完成的指标节点')}
          count={milestones.total - milestones.done}
          to="/milestones"
          ability="milestone.read"
          red={milestones.red}
          yellow={milestones.yellow}
        />
      </ul>
    </Section>
  )
}
