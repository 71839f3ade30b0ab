import * as credit from '@quanheng/contract/credit'
import * as register from '@quanheng/contract/credit-register'
import type { Player } from '../player.ts'
import { scan } from './scan.ts'

const decided = '2026-01-23'

const yearOf = async (player: Player, login: string, planId: string) => {
  const { rows } = await player.read(login, register.creditYears, {})
  const year = rows.find((row) => row.planId === planId)
  if (year === undefined) throw new Error(`${login} sees no register`)
  return year
}

interface Claim {
  readonly login: string
  readonly matter: string
  readonly points: string
  readonly number: string
}

const claim = async (player: Player, planId: string, { login, matter, points, number }: Claim): Promise<string> => {
  const { claimsFor, officeUnitId } = await yearOf(player, login, planId)
  const [unit] = claimsFor
  if (unit === undefined) throw new Error(`${login} claims for nobody`)
  const name = '表彰决定.pdf'
  const { digest } = await scan(player, login, name)
  const { creditId } = await player.act(login, credit.claimBonus, {
    body: {
      planId,
      unitId: unit.unitId,
      reviewUnitId: officeUnitId,
      claim: {
        matter,
        classKey: 'honour',
        gateKey: null,
        points,
        proof: { title: '关于表彰先进集体的决定', number, issuer: '省级主管部门', on: '2025-12-05' },
        level: '省级',
        honoured: '',
        files: [{ digest, name }],
      },
    },
  })
  return creditId
}

const shown = (player: Player, login: string, creditId: string) =>
  player.read(login, credit.showCredit, { params: { creditId } })

const judge = async (player: Player, creditId: string, verdict: 'agree' | 'refuse', reason: string): Promise<void> => {
  const params = { creditId }
  const first = await shown(player, 'kaoping', creditId)
  const points = first.claimed ?? ''
  const agreed = { verdict: 'agree' as const, points, reason: '' }
  await player.act('kaoping', credit.firstReviewCredit, { params, body: { version: first.version, ...agreed } })
  const { version } = await shown(player, 'zhuren', creditId)
  const body = { version, verdict, points, reason, matterOf: null }
  await player.act('zhuren', credit.reviewCredit, { params, body })
}

/** Shown to all for the days that the plan asks, decided by the leading group, entered by one, compared by another. */
const decide = async (player: Player, planId: string, creditId: string): Promise<void> => {
  const entries = async (login: string) => [{ creditId, version: (await shown(player, login, creditId)).version }]
  const { publicNoticeUntil } = await yearOf(player, 'zhuren', planId)
  if (publicNoticeUntil === null) throw new Error('the year has no table of holidays')
  const from = '2026-01-15'
  await player.act('zhuren', credit.showCreditsPublicly, {
    body: { entries: await entries('zhuren'), from, until: publicNoticeUntil },
  })
  await player.moveTo(decided)
  const { digest: scanDigest } = await scan(player, 'kaoping', '领导小组会议纪要.pdf')
  const text = '会议同意认定加分事项，按核定分值计入年度总分。'
  const decision = { body: '市绩效考评工作领导小组', on: decided, number: '云绩组纪〔2026〕1号', text, scanDigest }
  await player.act('kaoping', credit.registerCreditDecision, {
    body: { entries: await entries('kaoping'), agreed: true, decision },
  })
  await player.act('huizong', credit.confirmCreditDecision, { body: { entries: await entries('huizong') } })
}

/** One bonus is recognised, one is not; the body that was asked has nothing to propose; the register is closed. */
export const keepCredits = async (player: Player, planId: string): Promise<void> => {
  const params = { planId }
  const office = await yearOf(player, 'zhuren', planId)
  const asked = office.appraised.find(({ unitName }) => unitName === '云岭市发展和改革局')
  if (asked === undefined) throw new Error('the world has no such body')
  await player.act('zhuren', register.askForCredits, {
    params,
    body: { version: office.register.version, asked: [{ unitId: asked.unitId, due: '2026-01-20' }] },
  })
  const recognised = await claim(player, planId, {
    login: 'jiaoyu.tianbao',
    matter: '获评全省教育系统先进集体',
    points: '1',
    number: '教表〔2025〕31号',
  })
  const refused = await claim(player, planId, {
    login: 'jiaotong.tianbao',
    matter: '获评全国交通运输系统先进个人',
    points: '1.5',
    number: '交表〔2025〕88号',
  })
  await judge(player, recognised, 'agree', '')
  await judge(player, refused, 'refuse', '表彰对象为个人，不属于单位荣誉')
  const body = await yearOf(player, 'fagai.ke1', planId)
  await player.act('fagai.ke1', register.reportZero, { params, body: { version: body.register.version } })
  await decide(player, planId, recognised)
  const { register: standing } = await yearOf(player, 'zhuren', planId)
  await player.act('zhuren', register.closeCreditRegister, { params, body: { version: standing.version } })
}
