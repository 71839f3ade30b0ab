import type { PlanMilestone } from '@quanheng/domain/plan/model'
import { leaves } from '@quanheng/domain/plan/tree'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { useEditor } from '../editor/editor.ts'
import { moveBy, newRowKey, removeAt, replaceAt } from '../editor/rows.ts'
import styles from '../fields/plan.module.css'
import { TableFiles } from '../fields/TableFiles.tsx'
import { LightsFields } from './LightsFields.tsx'
import { MilestoneRow } from './MilestoneRow.tsx'

const SeasonsDialog = lazy(() => import('./SeasonsDialog.tsx'))

/** 指标节点: what of important indicators must stand by which day, for which units; and when their lights come. */
export const MilestonesTab = () => {
  const { content, update, readOnly } = useEditor()
  const [open, setOpen] = useState(false)
  const rows = content.milestones ?? []
  const put = (milestones: readonly PlanMilestone[]) => update({ milestones })
  const [leaf] = leaves(content)
  const add = () =>
    leaf &&
    put([
      ...rows,
      {
        key: newRowKey(),
        leafKey: rows.at(-1)?.leafKey ?? leaf.key,
        name: '',
        due: '',
        completionStandard: '',
        post: 'unitReporter',
        basis: { kind: 'default' },
      },
    ])
  return (
    <div className={styles.stack}>
      <Section
        title={t('指标节点')}
        actions={
          <>
            {!readOnly && (
              <>
                <Button size="small" disabled={!leaf} onClick={() => setOpen(true)}>
                  {t('按季度列出')}
                </Button>
                <Button size="small" disabled={!leaf} onClick={add}>
                  {t('添加节点')}
                </Button>
              </>
            )}
            <TableFiles kind="milestones" />
          </>
        }
      >
        <p className={styles.note}>
          {t(
            '只为重要指标设置。应达进度填到期时应完成目标值的百分之几，各季可以不同；不按比例考核的写明完成标准。印发后按承担单位产生节点，报告完成和亮灯都不改变得分。',
          )}
        </p>
        <div className={styles.scroll}>
          <table className={styles.grid}>
            <caption className="unseen">{t('指标节点')}</caption>
            <thead>
              <tr>
                <th scope="col" className={styles.number}>
                  {t('序号')}
                </th>
                <th scope="col">{t('指标、节点名称')}</th>
                <th scope="col">{t('日期、应达进度')}</th>
                <th scope="col">{t('完成标准')}</th>
                <th scope="col">{t('承担单位、岗位')}</th>
                <th scope="col">{t('依据条款')}</th>
                {!readOnly && <th scope="col">{t('操作')}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <MilestoneRow
                  key={row.key}
                  row={row}
                  at={at}
                  onChange={(next) => put(replaceAt(rows, at, next))}
                  onMove={(by) => put(moveBy(rows, at, by))}
                  onRemove={() => put(removeAt(rows, at))}
                />
              ))}
              {rows.length === 0 && (
                <tr>
                  <td colSpan={7}>{leaf ? t('没有设置节点。') : t('还没有指标。请先在“指标体系”中填写。')}</td>
                </tr>
              )}
            </tbody>
          </table>
        </div>
      </Section>
      <LightsFields />
      <Suspense>{open && <SeasonsDialog onClose={() => setOpen(false)} />}</Suspense>
    </div>
  )
}
