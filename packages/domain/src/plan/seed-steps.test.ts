import { message } from '@quanheng/messages/messages'
import { aCheckContext, aPlan } from '@quanheng/testkit/a-plan'
import { describe, expect, it } from 'vitest'
import { applyProposal } from './apply-proposal.ts'
import { checkPlan } from './check-plan.ts'
import type { PlanContent, PlanStep } from './model.ts'
import { checkShape } from './shape.ts'

const section = { unitId: 'lead', sectionId: 'supervision' }

const printed = (
  key: string,
  kind: PlanStep['kind'],
  name: string,
  due: string,
  article: string,
  ownerAsPrinted: string,
  more: Partial<PlanStep> = {},
): PlanStep => ({
  key,
  kind,
  name,
  due,
  needs: [],
  owner: section,
  ownerAsPrinted,
  basis: { kind: 'clause', article },
  ...more,
})

/** 百发改发〔2024〕18号 四: five steps with the days as printed, and what each works on. */
const seed: PlanContent = aPlan({
  document: { number: '示例〔2024〕18号', date: '2024-10-23', addressees: ['各相关市直部门'] },
  dataElements: aPlan().dataElements.map((row) => ({ ...row, due: '2025-01-03' })),
  steps: [
    printed('collect', 'dataCollection', '数据收集', '2025-01-05', '四（一）', '重大评督科', { cutoff: '2024-12-31' }),
    printed('score', 'preliminaryScore', '考核评分', '2025-01-20', '四（二）', '评估督导科', { needs: ['collect'] }),
    printed('verify', 'verification', '现场核验', '2025-01-15', '四（三）', '重大评督科', { needs: ['score'] }),
    printed('report', 'aggregation', '汇总整理', '2025-01-18', '四（四）', '重大评督科', { needs: ['verify'] }),
    printed('submit', 'submission', '审核报送', '2025-01-20', '四（五）', '评估督导科', { needs: ['report'] }),
  ],
  bases: [{ key: 'annex1', title: '考核内容、任务、完成标准、台账目录清单', annex: 1, file: { kind: 'missing' } }],
})

const context = aCheckContext({ today: '2024-10-23', names: { supervision: '评估督导科' } })
const findings = checkPlan(seed, context)
const places = findings.map(({ code, at, params }) => [code, at, params.input ?? ''].join(' ').trim())

describe('第二份通知的进度安排', () => {
  it('shows its contradictions and nothing else', () => {
    expect(places).toEqual([
      'check.nonWorkingDay steps[collect].due',
      'check.nonWorkingDay steps[report].due',
      'check.stepBeforeInput steps[verify].due 考核评分',
      'check.stepBeforeInput steps[report].due 考核评分',
      'check.stepSameDay steps[submit].due 考核评分',
      'check.ownerTwoNames steps[collect].ownerAsPrinted',
      'check.issuedLate document.date',
      'check.annexMissing bases[annex1].file',
    ])
  })

  it('stops nothing: the notice is in force as printed', () => {
    expect(findings.every(({ severity, acceptable }) => severity === 'note' && acceptable)).toBe(true)
  })

  it('names the clause of each contradiction', () => {
    const report = findings.find(({ at, code }) => at === 'steps[report].due' && code === 'check.stepBeforeInput')
    expect(report?.basis).toEqual({ kind: 'clause', article: '四（四）' })
    expect(message('zh-CN', report?.code ?? '', report?.params)).toBe(
      '“汇总整理”2025年1月18日到期，而它所依据的“考核评分”2025年1月20日才到期，先后矛盾。平台不会自行调整，请选择处理办法。',
    )
  })

  it('offers the repairs that a person may choose', () => {
    const verify = findings.find(({ at }) => at === 'steps[verify].due')
    expect(verify?.proposals.map(({ code, params }) => message('zh-CN', code, params))).toEqual([
      '将“考核评分”提前到2025年1月14日',
      '将“考核评分”分为两步：初评2025年1月14日前，核验后更正2025年1月17日前',
      '将“现场核验”推迟到2025年1月21日',
    ])
    const collect = findings.find(({ at }) => at === 'steps[collect].due')
    expect(collect?.proposals.map(({ params }) => params.date)).toEqual(['2025年1月3日', '2025年1月6日'])
  })

  it('splits the score on a click: no step then stands before its input', () => {
    const split = findings.flatMap(({ proposals }) => proposals).find(({ code }) => code === 'propose.splitStep')
    if (!split) throw new Error('the split is offered')
    const taken = applyProposal(seed, split, { by: '示例经办人', on: '2024-10-23', reason: '先初评后更正' })
    if (!taken.ok) throw new Error(taken.error.code)
    expect(checkShape(taken.value).ok).toBe(true)
    expect(taken.value.steps.map(({ key, due, needs }) => [key, due, needs])).toEqual([
      ['collect', '2025-01-05', []],
      ['score', '2025-01-14', ['collect']],
      ['verify', '2025-01-15', ['score']],
      ['score-corrected', '2025-01-17', ['score', 'verify']],
      ['report', '2025-01-18', ['verify', 'score-corrected']],
      ['submit', '2025-01-20', ['report']],
    ])
    const left = checkPlan(taken.value, context).map(({ code }) => code)
    expect(left).not.toContain('check.stepBeforeInput')
    expect(left).not.toContain('check.stepSameDay')
  })
})
