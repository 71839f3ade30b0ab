import { randomBytes } from 'node:crypto'
import { receiptFile } from '@quanheng/contract/checkpoint'
import * as data from '@quanheng/contract/datum'
import { createUnit } from '@quanheng/contract/organisation'
import * as plans from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import * as sheets from '@quanheng/contract/sheet'
import { partsOf } from '../../../features/plan/testing/plan-world.ts'
import { type Client, Refused } from './client.ts'
import type { Place } from './world.ts'

/** People who go on until they are told to rest; a refusal is theirs to tell, for none of what they do should be refused. */
export interface Load {
  readonly resume: () => void
  /** Resolves when each has had the answer to the last thing asked. @throws Refused what anybody was refused */
  readonly rest: () => Promise<void>
}

const figure = { value: { kind: 'quantity', value: '6.4' }, release: 'final', asOf: '2024-12-31' }

/** Reports a figure and takes it back, over and over. */
const reporter = (client: Client, { provider }: Place, datum: { readonly id: string; readonly version: number }) => {
  let { version } = datum
  return async () => {
    const row = { datumId: datum.id, version, ...figure, reason: '数据更正', lateReason: '统计部门核定较晚' }
    const reported = await client.act<ReplyOf<typeof data.reportData>>(provider, data.reportData, {
      body: { rows: [row] },
    })
    version = reported.rows[0]?.version as number
    const params = { datumId: datum.id }
    const back = await client.act<ReplyOf<typeof data.withdrawDatum>>(provider, data.withdrawDatum, {
      params,
      body: { version },
    })
    version = back.rows[0]?.version as number
  }
}

/** Signs a sheet and takes the signature back. */
const signer =
  (client: Client, { handler, sheetId }: Place) =>
  async () => {
    const params = { sheetId }
    const { version, digest } = await client.ask<ReplyOf<typeof sheets.showSheet>>(handler, sheets.showSheet, {
      params,
    })
    const signed = await client.act<{ version: number }>(handler, sheets.signSheet, {
      params,
      body: { version, digest },
    })
    await client.act(handler, sheets.recallSheet, { params, body: { version: signed.version } })
  }

/** Issues the plan again with other words: a milestone, behind which the log is sealed at once. */
const issuer = (client: Client, { handler, head, planId, content }: Place) => {
  let [version, times] = [4, 0]
  return async () => {
    times++
    const params = { planId }
    const indicators = content.indicators.map((node) =>
      node.scoring ? { ...node, scoring: { ...node.scoring, completionStandard: `达到目标值（${times}）` } } : node,
    )
    const at = async (step: Promise<{ version: number }>) => {
      version = (await step).version
    }
    await at(client.act(handler, plans.revisePlan, { params, body: { version, reason: '口径调整' } }))
    await at(
      client.act(handler, plans.editPlan, { params, body: { version, parts: partsOf({ ...content, indicators }) } }),
    )
    await at(client.act(handler, plans.checkPlan, { params, body: { version } }))
    const body = { version, number: `云发改发〔2024〕${times + 1}号`, date: '2024-01-10' }
    await at(client.act(head, plans.issuePlan, { params, body }))
  }
}

const uploader = (client: Client, { provider }: Place) => {
  let sent = 0
  return async () => {
    // Led by a word: bytes drawn at random begin like a program once in a while, and are refused.
    const bytes = Buffer.concat([Buffer.from('佐证'), randomBytes(1_000 + ((sent * 7_919) % 200_000))])
    await client.upload(provider, `佐证${++sent}.dat`, bytes)
  }
}

const registrar = (client: Client, { staff }: Place, tag: number) => {
  let made = 0
  return async () => {
    const name = `第${tag}批第${++made}局`
    await client.act(staff, createUnit, { body: { name, shortName: name, aliases: [], sortCode: made } })
  }
}

const reader =
  (client: Client, { staff }: Place, unitId: string) =>
  async () => {
    await client.ask(staff, receiptFile, { params: { unitId } }).catch((error) => {
      // Before the first checkpoint there is nothing to prove.
      if (!(error instanceof Refused) || !error.message.includes('nothingYet')) throw error
    })
  }

/** Everybody at once: reports, signatures, uploads, registered units, receipts, and a plan issued again and again. */
export const makeLoad = (client: Client, places: readonly Place[]): Load => {
  const [first, ...others] = places
  if (first === undefined) throw new Error('nobody is at work')
  const workers = [
    issuer(client, first),
    ...others.flatMap((place, at) => [
      ...place.data.map((datum) => reporter(client, place, datum)),
      signer(client, place),
      uploader(client, place),
      registrar(client, place, at),
      reader(client, place, place.content.recusals[0]?.substitute?.unitId ?? ''),
    ]),
  ]
  let working = false
  let running: Promise<unknown> = Promise.resolve()
  return {
    resume: () => {
      working = true
      const failed = (error: Error) => {
        working = false
        throw error
      }
      running = Promise.all(
        workers.map(async (work) => {
          while (working) await work().catch(failed)
        }),
      )
      running.catch(() => undefined)
    },
    rest: async () => {
      working = false
      await running
    },
  }
}
