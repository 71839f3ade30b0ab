import { closeCreditRegister, creditYears } from '../../packages/contract/src/credit-register.ts'
import { beginOfficialPaper, issueOfficialPaper } from '../../packages/contract/src/official-paper.ts'
import { checkPlan, editPlan, issuePlan, revisePlan, showPlan } from '../../packages/contract/src/plan.ts'
import {
  confirmPaperReport,
  enterPaperReport,
  showLeadReport,
  showRegister,
} from '../../packages/contract/src/report.ts'
import { computeRun, freezeResult, listResults, scoreTable } from '../../packages/contract/src/result.ts'
import { listSheets, showSheet } from '../../packages/contract/src/sheet.ts'
import { confirmTotalsDecision, recordTotalsDecision } from '../../packages/contract/src/totals-decision.ts'
import { waiveVerification } from '../../packages/contract/src/verification.ts'
import type { PlanContent } from '../../packages/domain/src/plan/model.ts'
import type { Player } from '../../packages/rehearsal/src/player.ts'
import { collectTheRest } from '../../packages/rehearsal/src/year/collection.ts'
import { scan } from '../../packages/rehearsal/src/year/scan.ts'
import { scoreSheets } from '../../packages/rehearsal/src/year/scoring.ts'
import { httpPlayer } from '../support/http-player.ts'

const heads = ['caizheng.ke1.fuze', 'caizheng.ke2.fuze', 'fagai.dudao.fuze']
const logins = ['zhuren', 'kaoping', 'huizong', 'caizheng.ke1', 'caizheng.ke2', 'fagai.dudao', ...heads]

const planOf = async (player: Player, login: string, begins: string): Promise<string> => {
  const plan = (await player.read(login, listResults, {})).rows.find(({ title }) => title.startsWith(begins))
  if (plan === undefined) throw new Error(`${login} sees no plan ${begins}`)
  return plan.id
}

/** 异议受理期 of five working days, decided by the director: an amendment of the year's plan. */
const openWindow = async (player: Player, planId: string): Promise<void> => {
  const params = { planId }
  const standing = await player.read('kaoping', showPlan, { params })
  const reason = '增设异议受理期'
  const draft = await player.act('kaoping', revisePlan, { params, body: { version: standing.version, reason } })
  const { settings } = standing.content as PlanContent
  const basis = { kind: 'interpretation', by: '领导小组办公室', on: '2026-01-08', reason: '主任办公会议定' }
  const objection = { value: { workingDays: 5, answerDays: 5, decideDays: 15, decidedBy: 'delegate' }, basis }
  const body = { version: draft.version, parts: { settings: { ...settings, objection } } as never }
  await player.act('kaoping', editPlan, { params, body })
  const { version } = await player.read('kaoping', showPlan, { params })
  const checked = await player.act('kaoping', checkPlan, { params, body: { version } })
  const document = { number: '云绩组〔2026〕1号', date: '2026-01-08' }
  await player.act('zhuren', issuePlan, { params, body: { version: checked.version, ...document } })
}

const lock = async (player: Player, login: string, planId: string): Promise<string> => {
  const params = { planId }
  const { runDigest } = await player.act(login, computeRun, { params })
  return (await player.act(login, freezeResult, { params, body: { runDigest } })).resultId
}

/** The finance bureau's sheets, signed by two and not verified on site, and its plan locked. */
const scoreOne = async (player: Player): Promise<string> => {
  await collectTheRest(player)
  await scoreSheets(player)
  for (const login of heads) {
    const { rows } = await player.read(login, listSheets, { query: { page: 1, size: 200 } })
    for (const { id, state, mine } of rows) {
      if (state !== 'signed' || !mine) continue
      const params = { sheetId: id }
      const { version } = await player.read(login, showSheet, { params })
      await player.act(login, waiveVerification, { params, body: { version, reason: '数据直接取自国库集中支付系统' } })
    }
  }
  const planId = await planOf(player, 'caizheng.ke2', '云岭市财政局')
  await lock(player, 'caizheng.ke2', planId)
  return planId
}

/** Every lead unit's report on paper: the finance bureau's as locked, the others a little less for each unit, so that no two are equal. */
const registerReports = async (player: Player, planId: string, scoredPlanId: string): Promise<void> => {
  const { leaves } = await player.read('caizheng.ke2', scoreTable, { params: { planId: scoredPlanId }, query: {} })
  const points = new Map(
    leaves.flatMap(({ name, rows }) => rows.map((row): [string, string] => [`${name} ${row.unitId}`, row.computed])),
  )
  const { rows } = await player.read('kaoping', showRegister, { params: { planId } })
  for (const [at, { id }] of rows.entries()) {
    const params = { reportId: id }
    const { version, items } = await player.read('kaoping', showLeadReport, { params })
    const unitIds = [...new Set(items.map(({ unitId }) => unitId))].toSorted()
    const { digest: scanDigest } = await scan(player, 'kaoping', '评分报告（盖章）.pdf')
    const scores = items.map(({ leafKey, leafName, unitId, fullMark }) => ({
      leafKey,
      unitId,
      points: points.get(`${leafName} ${unitId}`) ?? (Number(fullMark) - 0.01 * unitIds.indexOf(unitId)).toFixed(2),
    }))
    const document = { documentNumber: `云评报〔2026〕${at + 1}号`, documentDate: '2026-01-08', scanDigest }
    await player.act('kaoping', enterPaperReport, { params, body: { version, ...document, scores } })
    const entered = await player.read('huizong', showLeadReport, { params })
    await player.act('huizong', confirmPaperReport, { params, body: { version: entered.version } })
  }
}

/** 审定 by the leading group, and the circular with its number: from here the result is public. */
const publish = async (player: Player, planId: string, resultId: string, today: string): Promise<void> => {
  const params = { resultId }
  const { digest: scanDigest } = await scan(player, 'kaoping', '领导小组会议纪要.pdf')
  const said = { body: '领导小组会议', decidedOn: today, text: '同意考评结果。', outcome: 'approved' as const }
  const { decisionId } = await player.act('kaoping', recordTotalsDecision, { params, body: { ...said, scanDigest } })
  await player.act('huizong', confirmTotalsDecision, { params: { ...params, decisionId } })
  const paper = await player.act('zhuren', beginOfficialPaper, { params: { planId, officialKind: 'resultCircular' } })
  await player.act('kaoping', issueOfficialPaper, {
    params: { officialPaperId: paper.officialPaperId },
    body: { version: paper.version, bookId: null, documentNumber: '云绩组〔2026〕2号', issuedOn: today },
  })
}

/** What a year has done before anybody can object: a plan with a window, scores locked, reports registered, a result issued. */
export const prepare = async (address: string): Promise<void> => {
  const player = httpPlayer(address, logins)
  const yearPlanId = await planOf(player, 'zhuren', '云岭市2025年度')
  await openWindow(player, yearPlanId)
  const scoredPlanId = await scoreOne(player)
  await registerReports(player, yearPlanId, scoredPlanId)
  const { rows, today } = await player.read('zhuren', creditYears, {})
  const version = rows.find((row) => row.planId === yearPlanId)?.register.version ?? 0
  await player.act('zhuren', closeCreditRegister, { params: { planId: yearPlanId }, body: { version } })
  await publish(player, yearPlanId, await lock(player, 'zhuren', yearPlanId), today)
}
