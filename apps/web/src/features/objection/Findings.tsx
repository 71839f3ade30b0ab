import type { ReactNode } from 'react'
import { t } from '../../shared/i18n/t.ts'
import { Facts } from '../../shared/page/Facts.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { FileLinks } from '../../shared/work/FileLinks.tsx'
import { type Objection, sayFound } from './objection.ts'

interface Fact {
  readonly label: string
  readonly value: ReactNode
}

const answered = ({ id, answer }: Objection): readonly Fact[] =>
  answer === null
    ? []
    : [
        { label: t('查明的事实'), value: answer.facts },
        { label: t('处理建议'), value: sayFound(answer.found) },
        { label: t('建议的理由'), value: answer.reason },
        ...(answer.files.length === 0
          ? []
          : [{ label: t('佐证材料'), value: <FileLinks under={`/api/objections/${id}`} files={answer.files} /> }]),
        { label: t('答复人'), value: `${answer.by} ${answer.on}` },
      ]

const scoredAgain = ({ rescoring }: Objection): readonly Fact[] =>
  rescoring === null
    ? []
    : [
        { label: t('复核结论'), value: sayFound(rescoring.found) },
        { label: t('复核的理由'), value: rescoring.reason },
        { label: t('复核人'), value: `${rescoring.by} ${rescoring.on}` },
      ]

const decided = ({ id, decision }: Objection): readonly Fact[] =>
  decision === null
    ? []
    : [
        { label: t('决定'), value: sayFound(decision.found) },
        {
          label: t('由谁决定'),
          value: [decision.body, decision.decidedOn, decision.number].filter(Boolean).join(' · '),
        },
        { label: t('决定内容'), value: decision.words },
        {
          label: t('登记、核对'),
          value: [decision.recordedBy, decision.confirmedBy ?? t('待核对')].join(' · '),
        },
        ...(decision.scanDigest === null
          ? []
          : [
              {
                label: t('决定原件'),
                value: (
                  <a href={`/api/objections/${id}/files/${decision.scanDigest}`} target="_blank" rel="noreferrer">
                    {t('查看原件')}
                  </a>
                ),
              },
            ]),
      ]

/** What was found, found again, and decided; to the unit all of it with the decision. */
export const Findings = ({ objection }: { readonly objection: Objection }) => (
  <>
    {objection.answer && (
      <Section title={t('评分单位答复')}>
        <Facts items={answered(objection)} />
      </Section>
    )}
    {objection.rescoring && (
      <Section title={t('复核')}>
        <Facts items={scoredAgain(objection)} />
      </Section>
    )}
    {objection.decision && (
      <Section title={t('决定')}>
        <Facts items={decided(objection)} />
      </Section>
    )}
  </>
)
