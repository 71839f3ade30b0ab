import { adjustmentPaper } from '@quanheng/contract/target-adjustment'
import { t } from '../../shared/i18n/t.ts'
import { Facts } from '../../shared/page/Facts.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { PaperFiles } from '../../shared/paper/PaperFiles.tsx'
import { FileLinks } from '../../shared/work/FileLinks.tsx'
import type { Adjustment } from './adjustment.ts'

const said = (agreed: boolean, words: string): string => {
  const stance = agreed ? t('同意') : t('不同意')
  if (words.startsWith(stance)) return words
  return words === '' ? stance : t('{{stance}}：{{words}}', { stance, words })
}

/** Opinion, review, decision, reply and what became of the plan, as far as they are there. */
export const Outcome = ({ adjustment }: { readonly adjustment: Adjustment }) => {
  const { opinion, opinionDue, proposal, decision, reply, revisions } = adjustment
  const scan = decision?.scanDigest ?? null
  const items = [
    ...(opinion
      ? [{ label: t('牵头单位意见'), value: `${said(opinion.agreed, opinion.words)}（${opinion.by}）` }]
      : opinionDue === null
        ? []
        : [{ label: t('牵头单位意见'), value: t('应于{{day}}前提出', { day: opinionDue }) }]),
    ...(proposal === null ? [] : [{ label: t('考评办审核意见'), value: proposal }]),
    ...(decision
      ? [
          { label: t('审定意见'), value: said(decision.agreed, decision.words) },
          { label: t('由谁审定'), value: decision.meeting ?? t('领导小组组长') },
          { label: t('审定日期'), value: decision.on },
        ]
      : []),
    ...(scan === null
      ? []
      : [
          {
            label: t('签批原件'),
            value: (
              <FileLinks
                under={`/api/target-adjustments/${adjustment.id}`}
                files={[{ digest: scan, name: t('查看') }]}
              />
            ),
          },
        ]),
    ...(reply
      ? [
          { label: t('批复文号'), value: reply.documentNumber },
          { label: t('批复日期'), value: reply.on },
          ...(adjustment.effectiveOn === null ? [] : [{ label: t('生效日期'), value: adjustment.effectiveOn }]),
        ]
      : []),
    ...(revisions.length === 0 ? [] : [{ label: t('写入修订稿'), value: revisions.map(({ on }) => on).join('、') }]),
  ]
  if (items.length === 0) return null
  return (
    <Section
      title={t('意见和批复')}
      actions={
        decision && (
          <PaperFiles
            label={reply ? t('批复') : t('批复稿')}
            route={adjustmentPaper}
            params={{ adjustmentId: adjustment.id }}
          />
        )
      }
    >
      <Facts items={items} />
    </Section>
  )
}
