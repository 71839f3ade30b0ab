import { computeRun, freezeResult, listResults } from '@quanheng/contract/result'
import type { Player } from './player.ts'
import { approve } from './year/approval.ts'
import { collectTheRest } from './year/collection.ts'
import { keepCredits } from './year/credits.ts'
import { leadUnits } from './year/lead-units.ts'
import { enterPaper } from './year/register.ts'
import { reviseTarget } from './year/revision.ts'
import { scoreSheets } from './year/scoring.ts'
import { submit } from './year/submission.ts'
import { verifySheets } from './year/verification.ts'

/** The issued plan of this body, as its people see it. */
const planOf = async (player: Player, login: string, begins: string): Promise<string> => {
  const { rows } = await player.read(login, listResults, {})
  const plan = rows.find(({ title }) => title.startsWith(begins))
  if (plan === undefined) throw new Error(`${login} sees no plan ${begins}`)
  return plan.id
}

const lock = async (player: Player, login: string, planId: string): Promise<string> => {
  const params = { planId }
  const { runDigest } = await player.act(login, computeRun, { params })
  return (await player.act(login, freezeResult, { params, body: { runDigest } })).resultId
}

/**
 * Plays what `loadWorld` leaves open to the end of the year, each act by the post whose turn it is: figures, scores and two signatures, a draw with visits and a
 * figure corrected, reports through their chains, one on paper, bonuses, and the office's locked totals. Deterministic as the loading is.
 */
export const playYear = async (player: Player): Promise<void> => {
  await player.moveTo('2026-01-09')
  player.tell(1, '上级下达目标值，方案修订')
  await reviseTarget(player)
  player.tell(5, '补报、确认、关闭数据')
  await collectTheRest(player)
  player.tell(20, '评分、两人签字')
  await scoreSheets(player)
  await player.moveTo('2026-01-12')
  player.tell(50, '随机抽样、现场核验、补签')
  await verifySheets(player)
  await player.moveTo('2026-01-15')
  for (const [at, unit] of leadUnits.entries()) {
    player.tell(65 + at * 8, `${unit.name}锁定、审批、报送评分报告`)
    const resultId = await lock(player, unit.carrier, await planOf(player, unit.carrier, unit.name))
    await submit(player, unit, await approve(player, unit, resultId))
  }
  const yearPlan = await planOf(player, 'zhuren', '云岭市2025年度')
  player.tell(89, '登记纸质评分报告')
  await enterPaper(player, yearPlan)
  player.tell(92, '核定加减分')
  await keepCredits(player, yearPlan)
  player.tell(98, '锁定总分')
  await lock(player, 'zhuren', yearPlan)
}
