import * as contract from '@quanheng/contract/credit'
import type { BodyOf } from '@quanheng/contract/route'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { json } from '../../../platform/database/database.ts'
import { type Caller, signedIn, type TestServer } from '../../../platform/testing/test-server.ts'
import { done, resultWorld, upload } from '../../result/testing/result-world.ts'

const basis = { kind: 'clause', article: '三' } as const

/** A year plan with one class of bonus, one of deductions, one gate, grades by lines and five working days of publicity. */
export const withCredits = (year: PlanContent): PlanContent => ({
  ...year,
  settings: {
    ...year.settings,
    credits: {
      value: {
        bonusCap: '5',
        deductionCap: '5',
        proof: '正式文件',
        classes: [
          { key: 'honour', name: '表彰奖励', effect: 'bonus', cap: '3' },
          { key: 'fault', name: '通报批评', effect: 'deduction', cap: '' },
        ],
      },
      basis,
    },
    veto: {
      value: {
        scope: '重大事故',
        effect: '不参加排名',
        gates: [{ key: 'accident', name: '重大生产安全事故', factSource: '市应急局', effect: { kind: 'unranked' } }],
      },
      basis,
    },
    grades: {
      value: {
        by: 'lines',
        lines: [
          { name: '优秀', from: '7' },
          { name: '一般', from: '0' },
        ],
      },
      basis,
    },
    publicNotice: { value: { workingDays: 5 }, basis },
  },
})

/** The year's world with people of two appraised units who claim, and of a body that proposes. */
export const creditWorld = async (server: TestServer, tag: string) => {
  const world = await resultWorld(server, tag, undefined, withCredits)
  const reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: world.town }], '填报人')
  const rival = await signedIn(server, [{ kind: 'unitReporter', unitId: world.transport }], '另一单位填报人')
  return { ...world, yearId: world.year.planId, reporter, rival }
}
export type CreditWorld = Awaited<ReturnType<typeof creditWorld>>

type Claim = BodyOf<typeof contract.claimBonus>['claim']

export const aClaimBody = async (server: TestServer, caller: Caller, more: Partial<Claim> = {}): Promise<Claim> => ({
  matter: '获评全国平安建设先进单位',
  classKey: 'honour',
  gateKey: null,
  points: '２．0',
  proof: { title: '关于表彰先进单位的决定', number: '国平发〔2024〕9号', issuer: '国家平安办', on: '2024-12-02' },
  level: '国家级',
  honoured: '本单位',
  files: [{ digest: await upload(server, caller, '决定.pdf'), name: '决定.pdf' }],
  ...more,
})

/** 申报: a bonus of the town, first reviewed by the lead unit. @returns its id */
export const claimed = async (server: TestServer, world: CreditWorld): Promise<string> => {
  const claim = await aClaimBody(server, world.reporter)
  const body = { planId: world.yearId, unitId: world.town, reviewUnitId: world.lead, claim }
  return (await done(world.reporter, contract.claimBonus, { body })).creditId
}

/** 提出: a deduction or veto of the town, by the lead unit. @returns its id */
export const proposed = async (server: TestServer, world: CreditWorld, kind: 'deduction' | 'veto'): Promise<string> => {
  const own = kind === 'veto' ? { classKey: null, gateKey: 'accident', points: '' } : { classKey: 'fault', points: '1' }
  const claim = await aClaimBody(server, world.handler, { matter: '被省政府通报', ...own })
  const body = { planId: world.yearId, unitId: world.town, kind, claim }
  return (await done(world.handler, contract.proposeCredit, { body })).creditId
}

const versionOf = async (caller: Caller, creditId: string): Promise<number> =>
  (await done(caller, contract.showCredit, { params: { creditId } })).version

/** One more step by this caller, on the version that stands. */
export const step = async (
  caller: Caller,
  route: Parameters<Caller['call']>[0],
  creditId: string,
  body: Record<string, unknown>,
) => {
  const version = await versionOf(caller, creditId)
  return caller.call(route, { params: { creditId }, body: { version, ...body } })
}

export const aDecision = async (server: TestServer, caller: Caller) => ({
  body: '绩效考评领导小组会议',
  on: '2025-01-20',
  number: '云考评纪〔2025〕1号',
  text: '同意认定。',
  scanDigest: await upload(server, caller, '纪要.pdf'),
})

const shownOn = '2025-01-20'

/** Publicity that began today, over since yesterday: sessions end before the days of a real one have passed. */
const overSince = async (server: TestServer, creditId: string): Promise<void> => {
  const { standing } = await server.db
    .selectFrom('credit')
    .select('standing')
    .where('id', '=', creditId)
    .executeTakeFirstOrThrow()
  const past = { ...standing, shown: { from: '2025-01-13', until: '2025-01-17' } }
  await server.db
    .updateTable('credit')
    .set({ standing: json(past) })
    .where('id', '=', creditId)
    .execute()
}

export const refOf = async (caller: Caller, creditId: string) => ({
  creditId,
  version: await versionOf(caller, creditId),
})

/** 公示, and its days gone by. */
export const publicised = async (server: TestServer, world: CreditWorld, creditId: string): Promise<void> => {
  const entries = [await refOf(world.staff, creditId)]
  await done(world.staff, contract.showCreditsPublicly, { body: { entries, from: shownOn, until: '2025-01-27' } })
  await overSince(server, creditId)
}

/** Registered from the minutes by one, compared by another. */
export const decidedOn = async (server: TestServer, world: CreditWorld, creditId: string): Promise<void> => {
  const decision = await aDecision(server, world.staff)
  const entries = async () => [await refOf(world.staff, creditId)]
  const body = { entries: await entries(), agreed: true, decision }
  await done(world.staff, contract.registerCreditDecision, { body })
  await done(world.director, contract.confirmCreditDecision, { body: { entries: await entries() } })
}
