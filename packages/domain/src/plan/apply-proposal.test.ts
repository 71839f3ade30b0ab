import { aCheckContext, aPlan } from '@quanheng/testkit/a-plan'
import { describe, expect, it } from 'vitest'
import { applyProposal, type Taker } from './apply-proposal.ts'
import { checkPlan } from './check-plan.ts'
import { findingKey } from './findings.ts'
import type { PlanContent } from './model.ts'
import { all, element, node, scoring, step } from './plan-edit.fixture.ts'
import { type ProposalCode, proposalCodes } from './proposals.ts'
import { defaultSettings } from './settings.ts'
import { checkShape } from './shape.ts'

const taker: Taker = { by: '示例主任', on: '2023-12-28', reason: '按建议处理' }
const owner = { unitId: 'lead', sectionId: 's' }

/** One plan with a fault for every mechanical proposal. */
const faulty: PlanContent = all(
  node('growth', { fullMark: '5' }),
  scoring('growth', (s) => ({ ...s, bindings: [...s.bindings, { input: '上年值', from: 'constant', value: '1' }] })),
  scoring('newFirms', (s) => (s.rule ? { ...s, rule: { ...s.rule, answers: [] } } : s)),
  element('growthRate', { cutoff: '2025-01-11' }),
  element('newFirmCount', { due: '2025-01-13' }),
  step('collect', { cutoff: '2025-01-11' }),
  step('score', { due: '2025-01-21' }),
  step('aggregate', { ownerAsPrinted: '督导科', owner }),
  step('submit', { ownerAsPrinted: '评估科', owner, due: '2025-01-25' }),
  (content) => ({
    ...content,
    unitGroups: content.unitGroups.map((row) => ({ ...row, announced: 4 })),
    settings: { ...content.settings, rounding: defaultSettings.rounding },
  }),
)(aPlan())

const parent = {
  planId: 'year-plan',
  content: aPlan({ kind: 'appraisalPlan', indicators: node('services', { fullMark: '9' })(aPlan()).indicators }),
}
const context = aCheckContext({ parent })
const offered = checkPlan(faulty, context).flatMap((finding) =>
  finding.proposals.map((proposal) => ({ finding, proposal })),
)
const mechanical = offered.filter(({ proposal }) => proposal.change)

describe('applyProposal', () => {
  it.each(mechanical.map((offer) => [offer.proposal.code, offer.finding.at, offer] as const))(
    '%s removes its finding at %s',
    (_code, _at, { finding, proposal }) => {
      const taken = applyProposal(faulty, proposal, taker)
      if (!taken.ok) throw new Error(taken.error.code)
      expect(checkShape(taken.value).ok).toBe(true)
      const left = checkPlan(taken.value, context).map(findingKey)
      expect(left).not.toContain(findingKey(finding))
    },
  )

  it('covers every mechanical kind', () => {
    const guides: readonly ProposalCode[] = [
      'propose.rewriteOrJudge',
      'propose.nameSubstitute',
      'propose.enterCalendar',
    ]
    // What a notice changes is proposed by notice/adjust, whose test takes each kind.
    const ofNotices: readonly ProposalCode[] = [
      'propose.changeMark',
      'propose.changeWeight',
      'propose.renameIndicator',
      'propose.changeStandard',
      'propose.changeRule',
      'propose.addIndicator',
      'propose.dropIndicator',
    ]
    // What an agreed adjustment changes is proposed by target-adjustment/proposals, whose test takes each kind.
    const ofAdjustments: readonly ProposalCode[] = [
      'propose.setTarget',
      'propose.dropTask',
      'propose.addItem',
      'propose.changeOwner',
      'propose.keepMarks',
    ]
    const covered = new Set([
      ...mechanical.map(({ proposal }) => proposal.code),
      ...guides,
      ...ofNotices,
      ...ofAdjustments,
    ])
    expect(proposalCodes.filter((code) => !covered.has(code))).toEqual([])
  })

  it('writes who took it, and why, as the basis', () => {
    const confirm = mechanical.find(({ proposal }) => proposal.code === 'propose.confirmDefault')
    if (!confirm) throw new Error('offered')
    const taken = applyProposal(faulty, confirm.proposal, taker)
    expect(taken.ok && taken.value.settings.rounding.basis).toEqual({ kind: 'interpretation', ...taker })
  })

  it('refuses what the plan has moved away from, and what a person must do', () => {
    for (const { proposal } of mechanical) {
      if (proposal.change?.kind === 'confirmSetting') continue
      const empty = aPlan({ indicators: [], steps: [], dataElements: [], unitGroups: [] })
      expect(applyProposal(empty, proposal, taker)).toMatchObject({ ok: false, error: { code: 'plan.proposalStale' } })
    }
    const guide = { code: 'propose.nameSubstitute', params: {} } as const
    expect(applyProposal(faulty, guide, taker)).toMatchObject({ ok: false, error: { code: 'plan.proposalStale' } })
  })
})
