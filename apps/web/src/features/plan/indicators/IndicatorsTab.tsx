import { totalMarks } from '@quanheng/domain/plan/tree'
import { useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { Icon } from '../../../shared/icon/Icon.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import type { Search } from '../../../shared/route/search.ts'
import { useEditor } from '../editor/editor.ts'
import { newRowKey } from '../editor/rows.ts'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'
import { Source } from '../fields/Source.tsx'
import { TableFiles } from '../fields/TableFiles.tsx'
import { DataElements } from './DataElements.tsx'
import { MarkSum } from './MarkSum.tsx'
import { RuleState } from './RuleState.tsx'
import { addNode, moveNode, putNode, removeNode, type TreeRow, treeRows } from './tree.ts'
import { showsWeights, WeightCell, WeightNote, WeightSum } from './Weight.tsx'

const LeafDrawer = lazy(() => import('./LeafDrawer.tsx'))

/** 指标体系: the tree with its marks; each leaf opens its rule, card and evidence list. */
export const IndicatorsTab = () => {
  const { content, update, readOnly, openTab } = useEditor()
  const { at } = useSearch({ strict: false }) as Search
  const [open, setOpen] = useState(/^indicators\[([^\]]+)\]\.scoring/.exec(at ?? '')?.[1])
  const rows = treeRows(content)
  const total = totalMarks(content)
  const weights = showsWeights(content, readOnly)
  return (
    <div className={styles.stack}>
      <Section
        title={t('指标体系')}
        actions={
          <>
            <TableFiles kind="indicators" />
            {!readOnly && (
              <Button size="small" onClick={() => update(addNode(content, newRowKey()))}>
                {t('添加指标')}
              </Button>
            )}
          </>
        }
      >
        <div className={styles.scroll}>
          <table className={styles.grid}>
            <caption className="unseen">{t('指标体系')}</caption>
            <thead>
              <tr>
                <th scope="col" className={styles.number}>
                  {t('序号')}
                </th>
                <th scope="col">{t('指标')}</th>
                <th scope="col" style={{ width: 140 }}>
                  {t('分值（分）')}
                </th>
                {weights && (
                  <th scope="col" style={{ width: 100 }}>
                    {t('权重（%）')}
                  </th>
                )}
                <th scope="col">{content.kind === 'appraisalPlan' ? t('牵头评分单位') : t('评分标准')}</th>
                <th scope="col" style={{ width: 90 }}>
                  {t('考核对象')}
                </th>
                {!readOnly && <th scope="col">{t('操作')}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <Row key={row.node.key} row={row} index={index} onOpen={() => setOpen(row.node.key)} />
              ))}
              {rows.length === 0 && (
                <tr>
                  <td colSpan={weights ? 7 : 6}>{t('还没有指标。点“添加指标”，或从已有方案复制。')}</td>
                </tr>
              )}
            </tbody>
            <tfoot>
              <tr>
                <td />
                <th scope="row">{t('合计')}</th>
                <td className={styles.figure}>{total ?? t('有分值未填')}</td>
                {weights && (
                  <td className={styles.figure}>
                    <WeightSum />
                  </td>
                )}
                <td colSpan={3}>
                  <Button type="link" size="small" disabled={false} onClick={() => openTab('tasks')}>
                    {t('考核对象及任务分配表')}
                  </Button>
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
        {weights && <WeightNote />}
      </Section>
      <DataElements />
      {open !== undefined && (
        <Suspense>
          <LeafDrawer nodeKey={open} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </div>
  )
}

interface RowProps {
  readonly row: TreeRow
  readonly index: number
  readonly onOpen: () => void
}

const Row = ({ row: { node, depth, isLeaf }, index, onOpen }: RowProps) => {
  const { content, update, readOnly } = useEditor()
  const units = new Set(content.tasks.filter((task) => task.leafKey === node.key).map((task) => task.unitId)).size
  const name = node.name || t('未命名指标')
  return (
    <tr data-at={`indicators[${node.key}]`}>
      <td className={styles.number}>
        {index + 1}
        <Source at={`indicators[${node.key}]`} name={name} />
      </td>
      <td style={{ paddingInlineStart: 6 + depth * 22, minWidth: 260 }}>
        <Input
          aria-label={t('第 {{number}} 行指标名称', { number: index + 1 })}
          value={node.name}
          placeholder={t('指标名称')}
          onChange={({ target }) => update(putNode(content, { ...node, name: target.value }))}
        />
      </td>
      <td className={styles.figure}>
        <Input
          aria-label={t('{{name}} 分值', { name })}
          value={node.fullMark}
          inputMode="decimal"
          onChange={({ target }) => update(putNode(content, { ...node, fullMark: target.value }))}
        />
        {!isLeaf && <MarkSum node={node} />}
      </td>
      {showsWeights(content, readOnly) && (
        <td className={styles.figure}>
          <WeightCell node={node} />
        </td>
      )}
      <td>
        <RuleState node={node} isLeaf={isLeaf} onOpen={onOpen} />
      </td>
      <td className={`${styles.figure} ${styles.aside}`}>{isLeaf ? t('{{count}} 家', { count: units }) : null}</td>
      {!readOnly && (
        <td>
          <span className={styles.acts}>
            <Button
              type="text"
              size="small"
              icon={<Icon name="right" />}
              onClick={() => update(addNode(content, newRowKey(), node.key))}
            >
              {t('加下级')}
            </Button>
            <RowActs
              name={name}
              onMove={(by) => update(moveNode(content, node.key, by))}
              onRemove={() => update(removeNode(content, node.key))}
            />
          </span>
        </td>
      )}
    </tr>
  )
}
