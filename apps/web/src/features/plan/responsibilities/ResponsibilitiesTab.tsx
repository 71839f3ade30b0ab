import { Button, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { useEditor } from '../editor/editor.ts'
import { removeAt, replaceAt } from '../editor/rows.ts'
import styles from '../fields/plan.module.css'
import { SectionSelect } from '../fields/SectionSelect.tsx'
import { UnitSelect } from '../fields/UnitSelect.tsx'
import { treeRows } from '../indicators/tree.ts'
import { Recusals } from './Recusals.tsx'
import { ResponsibilityCard } from './ResponsibilityCard.tsx'

/** 责任分工: per indicator, or per part of one, the lead, its section, five people, supporters. */
export const ResponsibilitiesTab = () => {
  const { content, update, readOnly } = useEditor()
  const rows = content.responsibilities
  const taken = new Set(rows.map((row) => row.nodeKey))
  const free = treeRows(content).filter(({ node }) => !taken.has(node.key))
  const add = (nodeKey: string) =>
    update({
      responsibilities: [
        ...rows,
        { nodeKey, leadUnitId: content.ownerUnitId, supporters: [], basis: { kind: 'default' } },
      ],
    })
  return (
    <div className={styles.stack}>
      {(content.kind === 'indicatorPlan' || content.coordinating !== undefined) && <Coordinating />}
      {rows.map((row, at) => (
        <ResponsibilityCard
          key={row.nodeKey}
          row={row}
          onChange={(next) => update({ responsibilities: replaceAt(rows, at, next) })}
          onRemove={() => update({ responsibilities: removeAt(rows, at) })}
        />
      ))}
      {!readOnly && (
        <div className={styles.row}>
          <Select
            aria-label={t('为哪个指标明确责任')}
            value={null}
            placeholder={t('为哪个指标（或其一部分）明确责任')}
            style={{ minWidth: 360 }}
            popupMatchSelectWidth={false}
            options={free.map(({ node, depth }) => ({
              value: node.key,
              label: `${'　'.repeat(depth)}${node.name || t('未命名指标')}`,
            }))}
            notFoundContent={content.indicators.length === 0 ? t('还没有指标') : t('各指标都已明确责任')}
            onChange={(key: string | null) => key && add(key)}
          />
          {free.length > 0 && rows.length === 0 && (
            <Button
              onClick={() =>
                update({
                  responsibilities: free
                    .filter(({ depth }) => depth === 0)
                    .map(({ node }) => ({
                      nodeKey: node.key,
                      leadUnitId: content.ownerUnitId,
                      supporters: [],
                      basis: { kind: 'default' as const },
                    })),
                })
              }
            >
              {t('为全部一级指标添加')}
            </Button>
          )}
        </div>
      )}
      <Recusals />
    </div>
  )
}

const Coordinating = () => {
  const { content, update, clear } = useCoordinating()
  const unitId = content.coordinating?.unitId ?? content.ownerUnitId
  return (
    <Section title={t('归口汇总科室')}>
      <div className={styles.row}>
        <div style={{ width: 280 }}>
          <UnitSelect label={t('归口汇总单位')} value={unitId} onChange={clear} />
        </div>
        <div style={{ width: 220 }}>
          <SectionSelect
            label={t('归口汇总科室')}
            unitId={unitId}
            value={content.coordinating?.sectionId}
            onChange={(sectionId) => update(sectionId ? { unitId, sectionId } : undefined)}
          />
        </div>
        <span className={styles.note}>{t('收各科室评分表，写评分报告，办会签和报送。')}</span>
      </div>
    </Section>
  )
}

/** An absent coordinating section is another plan than an empty one, so the member is taken out. */
const useCoordinating = () => {
  const editor = useEditor()
  const update = (coordinating: { readonly unitId: string; readonly sectionId: string } | undefined) =>
    editor.update({ coordinating } as Parameters<typeof editor.update>[0])
  return { content: editor.content, update, clear: () => update(undefined) }
}
