import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import styles from '../fields/plan.module.css'
import { TableFiles } from '../fields/TableFiles.tsx'
import { PendingTargets } from './PendingTargets.tsx'
import { TaskGrid } from './TaskGrid.tsx'
import { UnitGroups } from './UnitGroups.tsx'

/** 考核对象及任务分配表: which units, in which groups, carry which leaf, with what target. */
export const TasksTab = () => (
  <div className={styles.stack}>
    <UnitGroups />
    <Section title={t('考核对象及任务分配表')} actions={<TableFiles kind="tasks" />}>
      <p className={styles.note}>
        {t('格内填目标值；承担而无目标值的填“√”；目标未定的填“待上级下达”；不承担的留空。可从 Excel 整块复制粘贴。')}
      </p>
      <TaskGrid />
    </Section>
    <PendingTargets />
  </div>
)
