import { collectionTasks } from '@quanheng/domain/plan/collection'
import { appraisedUnits, itemKeys } from '@quanheng/domain/plan/items'
import { scoringBlocks } from '@quanheng/domain/plan/scoring-blocks'
import { leaves, nodeByKey, totalMarks } from '@quanheng/domain/plan/tree'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { useEditor } from '../editor/editor.ts'
import styles from '../fields/plan.module.css'
import { Burden } from './Burden.tsx'
import { OwnItems } from './OwnItems.tsx'
import { WeightWords } from './WeightWords.tsx'

/** 概况: what the plan is, what it asks of whom, what is not scored yet and why. */
export const OverviewTab = () => {
  const { plan, content, nameOf, openTab } = useEditor()
  const blocks = scoringBlocks(content)
  return (
    <div className={styles.stack}>
      <Section title={t('概况')}>
        <Facts
          items={[
            { label: t('类型'), value: word('planKind', plan.kind) },
            { label: t('考评年度'), value: content.year },
            { label: t('编制单位'), value: plan.ownerName },
            {
              label: t('起草人'),
              value: t('{{name}}（{{post}}）', { name: plan.drafter.name, post: word('post', plan.drafter.post) }),
            },
            ...(plan.parentPlanId
              ? [
                  {
                    label: t('所属年度方案'),
                    value: (
                      <Link to="/plans/$planId" params={{ planId: plan.parentPlanId }}>
                        {plan.parentTitle}
                      </Link>
                    ),
                  },
                ]
              : []),
            { label: t('版本'), value: t('第 {{number}} 版', { number: plan.number }) },
            ...(plan.reason ? [{ label: t('修订理由'), value: plan.reason }] : []),
            { label: t('发文字号'), value: plan.documentNumber ?? t('未印发') },
            { label: t('成文日期'), value: plan.documentDate ?? '—' },
            { label: t('分值合计'), value: totalMarks(content) ?? t('有分值未填') },
            ...(content.indicators.some(({ weight }) => weight !== undefined)
              ? [{ label: t('总分怎样合成'), value: <WeightWords /> }]
              : []),
            { label: t('评分指标'), value: t('{{count}} 个', { count: leaves(content).length }) },
            { label: t('考核对象'), value: t('{{count}} 家', { count: appraisedUnits(content).length }) },
            { label: t('考核项'), value: t('{{count}} 项', { count: itemKeys(content).length }) },
            { label: t('数据采集'), value: t('{{count}} 个数', { count: collectionTasks(content).length }) },
            { label: t('校验码'), value: <code title={plan.digest}>{plan.digest.slice(0, 16)}</code> },
          ]}
        />
      </Section>
      {blocks.length > 0 && (
        <Section title={t('暂不评分的考核项（{{count}} 项）', { count: blocks.length })}>
          <ul className={styles.list}>
            {blocks.slice(0, 20).map((block) => (
              <li key={`${block.leafKey}${block.unitId}${block.reason}`}>
                {nameOf(block.unitId)} {nodeByKey(content, block.leafKey)?.name}：{word('scoringBlock', block.reason)}
              </li>
            ))}
          </ul>
          {blocks.length > 20 && (
            <Button type="link" size="small" disabled={false} onClick={() => openTab('findings')}>
              {t('其余 {{count}} 项见方案校核', { count: blocks.length - 20 })}
            </Button>
          )}
        </Section>
      )}
      <OwnItems />
      <Burden />
    </div>
  )
}
